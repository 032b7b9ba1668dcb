// A SCIM server in memory on github.com/elimity-com/scim: maps behind a lock, an index of unique names, filters by the
// library's own PassesFilter over all resources.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/elimity-com/scim"
	"github.com/elimity-com/scim/errors"
	"github.com/elimity-com/scim/optional"
	"github.com/elimity-com/scim/schema"
	filter "github.com/scim2/filter-parser/v2"
)

// memory keeps the resources of one type. What is in it is never changed, only replaced: answers are written after the
// lock is given back.
type memory struct {
	lock   sync.RWMutex
	unique string
	byID   map[string]*scim.Resource
	order  []string
	names  map[string]string
}

func newMemory(unique string) *memory {
	return &memory{unique: unique, byID: map[string]*scim.Resource{}, names: map[string]string{}}
}

func (m *memory) nameOf(attributes scim.ResourceAttributes) string {
	name, _ := attributes[m.unique].(string)
	return strings.ToLower(name)
}

// put stores attributes under an id; the lock is held.
func (m *memory) put(id string, created *time.Time, attributes scim.ResourceAttributes) (scim.Resource, error) {
	now := time.Now()
	if created == nil {
		created = &now
	}
	name := m.nameOf(attributes)
	if holder, taken := m.names[name]; name != "" && taken && holder != id {
		return scim.Resource{}, errors.ScimErrorUniqueness
	}
	resource := &scim.Resource{ID: id, Attributes: attributes, Meta: scim.Meta{Created: created, LastModified: &now}}
	if external, ok := attributes["externalId"].(string); ok {
		resource.ExternalID = optional.NewString(external)
	}
	m.byID[id] = resource
	if name != "" {
		m.names[name] = id
	}
	return *resource, nil
}

func (m *memory) Create(_ *http.Request, attributes scim.ResourceAttributes) (scim.Resource, error) {
	var bytes [16]byte
	_, _ = rand.Read(bytes[:])
	id := hex.EncodeToString(bytes[:])
	m.lock.Lock()
	defer m.lock.Unlock()
	resource, err := m.put(id, nil, attributes)
	if err == nil {
		m.order = append(m.order, id)
	}
	return resource, err
}

func (m *memory) Get(_ *http.Request, id string) (scim.Resource, error) {
	m.lock.RLock()
	defer m.lock.RUnlock()
	resource, ok := m.byID[id]
	if !ok {
		return scim.Resource{}, errors.ScimErrorResourceNotFound(id)
	}
	return *resource, nil
}

func (m *memory) GetAll(_ *http.Request, params scim.ListRequestParams) (scim.Page, error) {
	m.lock.RLock()
	defer m.lock.RUnlock()
	total := 0
	resources := []scim.Resource{}
	for _, id := range m.order {
		resource, ok := m.byID[id]
		if !ok {
			continue
		}
		if params.FilterValidator != nil && params.FilterValidator.PassesFilter(resource.Attributes) != nil {
			continue
		}
		total++
		if total >= params.StartIndex && len(resources) < params.Count {
			resources = append(resources, *resource)
		}
	}
	return scim.Page{TotalResults: total, Resources: resources}, nil
}

func (m *memory) Replace(_ *http.Request, id string, attributes scim.ResourceAttributes) (scim.Resource, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	before, ok := m.byID[id]
	if !ok {
		return scim.Resource{}, errors.ScimErrorResourceNotFound(id)
	}
	return m.put(id, before.Meta.Created, attributes)
}

func (m *memory) Delete(_ *http.Request, id string) error {
	m.lock.Lock()
	defer m.lock.Unlock()
	resource, ok := m.byID[id]
	if !ok {
		return errors.ScimErrorResourceNotFound(id)
	}
	delete(m.names, m.nameOf(resource.Attributes))
	delete(m.byID, id)
	if 2*len(m.byID) < len(m.order) {
		m.compact()
	}
	return nil
}

// compact drops from the order what was deleted.
func (m *memory) compact() {
	kept := m.order[:0]
	for _, id := range m.order {
		if _, ok := m.byID[id]; ok {
			kept = append(kept, id)
		}
	}
	m.order = kept
}

// Patch applies what the benchmark sends: replace of a value, add to a list, remove of the value that a filter selects.
func (m *memory) Patch(_ *http.Request, id string, operations []scim.PatchOperation) (scim.Resource, error) {
	m.lock.Lock()
	defer m.lock.Unlock()
	before, ok := m.byID[id]
	if !ok {
		return scim.Resource{}, errors.ScimErrorResourceNotFound(id)
	}
	attributes := make(scim.ResourceAttributes, len(before.Attributes))
	for name, value := range before.Attributes {
		attributes[name] = value
	}
	for _, operation := range operations {
		name := operation.Path.AttributePath.AttributeName
		list, _ := attributes[name].([]interface{})
		switch operation.Op {
		case scim.PatchOperationReplace:
			attributes[name] = operation.Value
		case scim.PatchOperationAdd:
			added, _ := operation.Value.([]interface{})
			attributes[name] = append(without(list, added), added...)
		case scim.PatchOperationRemove:
			selected, _ := operation.Path.ValueExpression.(*filter.AttributeExpression)
			attributes[name] = without(list, []interface{}{map[string]interface{}{"value": selected.CompareValue}})
		}
	}
	return m.put(id, before.Meta.Created, attributes)
}

// without is a new list of the elements whose value none of the others has.
func without(list []interface{}, others []interface{}) []interface{} {
	gone := make(map[interface{}]bool, len(others))
	for _, other := range others {
		gone[valueOf(other)] = true
	}
	kept := make([]interface{}, 0, len(list)+len(others))
	for _, element := range list {
		if !gone[valueOf(element)] {
			kept = append(kept, element)
		}
	}
	return kept
}

func valueOf(element interface{}) interface{} {
	object, _ := element.(map[string]interface{})
	return object["value"]
}

func main() {
	server, err := scim.NewServer(&scim.ServerArgs{
		ServiceProviderConfig: &scim.ServiceProviderConfig{MaxResults: 1000, SupportFiltering: true, SupportPatch: true},
		ResourceTypes: []scim.ResourceType{
			{
				ID: optional.NewString("User"), Name: "User", Endpoint: "/Users", Schema: schema.CoreUserSchema(),
				SchemaExtensions: []scim.SchemaExtension{{Schema: schema.ExtensionEnterpriseUser()}},
				Handler:          newMemory("userName"),
			},
			{
				ID: optional.NewString("Group"), Name: "Group", Endpoint: "/Groups", Schema: schema.CoreGroupSchema(),
				Handler: newMemory(""),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	authorization := "Bearer " + os.Getenv("TOKEN")
	handler := http.StripPrefix("/scim", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != authorization {
			http.Error(w, "", http.StatusUnauthorized)
			return
		}
		server.ServeHTTP(w, r)
	}))
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), handler))
}
