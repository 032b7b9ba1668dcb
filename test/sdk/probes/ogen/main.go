package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example.com/probe/scim"
	"github.com/ogen-go/ogen/ogenerrors"
)

type bearer struct{}

func (bearer) Bearer(context.Context, scim.OperationName) (scim.Bearer, error) {
	return scim.Bearer{Token: os.Getenv("SCIM_TOKEN")}, nil
}

// A token of an OAuth client goes the same way; this program has none.
func (bearer) OAuth2(context.Context, scim.OperationName) (scim.OAuth2, error) {
	return scim.OAuth2{}, ogenerrors.ErrSkipClientSecurity
}

func main() {
	client, err := scim.NewClient(os.Getenv("SCIM_URL"), bearer{})
	if err != nil {
		log.Fatal(err)
	}
	filter := scim.NewOptString(`userName eq "listed@example.com"`)
	answer, err := client.ListUsers(context.Background(), scim.ListUsersParams{Filter: filter})
	if err != nil {
		log.Fatal(err)
	}
	page, ok := answer.(*scim.UserList)
	if !ok {
		log.Fatalf("%T", answer)
	}
	fmt.Println("listed", page.Resources[0].UserName.Value)
}
