package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"example.com/probe/scim"
)

type bearer struct{}

func (bearer) Bearer(context.Context, scim.OperationName) (scim.Bearer, error) {
	return scim.Bearer{Token: os.Getenv("SCIM_TOKEN")}, nil
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
