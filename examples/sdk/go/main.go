// A user's life by the client that oapi-codegen generated: SCIM_URL=… SCIM_TOKEN=… go run .
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"example.com/scim"
)

func main() {
	log.SetFlags(0)
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	url := cmp.Or(os.Getenv("SCIM_URL"), "http://127.0.0.1:3000/scim/v2")
	client, err := scim.NewClientWithResponses(url, scim.WithRequestEditorFn(authorize))
	if err != nil {
		return err
	}

	newUser := scim.UserWrite{
		Schemas: []string{
			"urn:ietf:params:scim:schemas:core:2.0:User",
			"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
		},
		UserName:       "go@example.com",
		Name:           &scim.UserName{GivenName: new("Rob"), FamilyName: new("Gopher")},
		Emails:         []scim.UserEmail{{Value: new("go@example.com"), Type: new("work"), Primary: new(true)}},
		EnterpriseUser: &scim.EnterpriseUserWrite{Department: new("Engineering")},
	}
	created, err := client.CreateUserWithResponse(ctx, nil, newUser)
	if err != nil {
		return err
	}
	if created.JSON201 == nil {
		return scimError(created.Body)
	}
	user := created.JSON201
	fmt.Println("created", *user.UserName)

	// The same again: an error has the status, the scimType and what to mend.
	refused, err := client.CreateUserWithResponse(ctx, nil, newUser)
	if err != nil {
		return err
	}
	if conflict := refused.JSON409; conflict != nil {
		fmt.Printf("refused %s %s: %s\n", conflict.Status, *conflict.ScimType, conflict.Detail)
	}

	filter := fmt.Sprintf("userName eq %q", newUser.UserName)
	found, err := client.ListUsersWithResponse(ctx, &scim.ListUsersParams{Filter: &filter})
	if err != nil {
		return err
	}
	if found.JSON200 == nil {
		return scimError(found.Body)
	}
	first := found.JSON200.Resources[0]
	fmt.Printf("found %d: %s of %s\n", found.JSON200.TotalResults, *first.Name.GivenName, *first.EnterpriseUser.Department)

	patched, err := client.PatchUserWithResponse(ctx, user.ID, nil, patch(
		scim.PatchOpOperation{Op: "replace", Path: new("name.familyName"), Value: "Generics"},
		scim.PatchOpOperation{Op: "replace", Path: new("active"), Value: false},
	))
	if err != nil {
		return err
	}
	if patched.JSON200 == nil {
		return scimError(patched.Body)
	}
	fmt.Printf("patched familyName=%s active=%t\n", *patched.JSON200.Name.FamilyName, *patched.JSON200.Active)

	group, err := client.CreateGroupWithResponse(ctx, nil, scim.GroupWrite{
		Schemas:     []string{"urn:ietf:params:scim:schemas:core:2.0:Group"},
		DisplayName: "Go",
	})
	if err != nil {
		return err
	}
	if group.JSON201 == nil {
		return scimError(group.Body)
	}
	members := []scim.GroupMemberWrite{{Value: &user.ID}}
	joined, err := client.PatchGroupWithResponse(ctx, group.JSON201.ID, nil, patch(
		scim.PatchOpOperation{Op: "add", Path: new("members"), Value: members},
	))
	if err != nil {
		return err
	}
	if joined.StatusCode() >= http.StatusBadRequest {
		return scimError(joined.Body)
	}
	grouped, err := client.GetUserWithResponse(ctx, user.ID, nil)
	if err != nil {
		return err
	}
	if grouped.JSON200 == nil {
		return scimError(grouped.Body)
	}
	fmt.Println("grouped in", *grouped.JSON200.Groups[0].Display)

	if _, err := client.DeleteGroupWithResponse(ctx, group.JSON201.ID, nil); err != nil {
		return err
	}
	if _, err := client.DeleteUserWithResponse(ctx, user.ID, nil); err != nil {
		return err
	}
	gone, err := client.GetUserWithResponse(ctx, user.ID, nil)
	if err != nil {
		return err
	}
	fmt.Println("deleted", gone.StatusCode())
	return nil
}

// authorize is run on every request.
func authorize(_ context.Context, request *http.Request) error {
	request.Header.Set("Authorization", "Bearer "+os.Getenv("SCIM_TOKEN"))
	if request.Body != nil {
		request.Header.Set("Content-Type", "application/scim+json")
	}
	return nil
}

func patch(operations ...scim.PatchOpOperation) scim.PatchOp {
	return scim.PatchOp{
		Schemas:    []string{"urn:ietf:params:scim:api:messages:2.0:PatchOp"},
		Operations: operations,
	}
}

// scimError makes an error of an answer that is none of success.
func scimError(body []byte) error {
	var problem scim.Error
	if err := json.Unmarshal(body, &problem); err != nil {
		return err
	}
	return fmt.Errorf("SCIM %s: %s", problem.Status, problem.Detail)
}
