package main

import (
	"context"
	"fmt"
	"log"
	"os"

	scim "example.com/scim/client"
)

func main() {
	configuration := scim.NewConfiguration()
	configuration.Servers = scim.ServerConfigurations{{URL: os.Getenv("SCIM_URL")}}
	ctx := context.WithValue(context.Background(), scim.ContextAccessToken, os.Getenv("SCIM_TOKEN"))
	users := scim.NewAPIClient(configuration).UsersAPI
	page, _, err := users.ListUsers(ctx).Filter(`userName eq "listed@example.com"`).Execute()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("listed", page.Resources[0].GetUserName())
}
