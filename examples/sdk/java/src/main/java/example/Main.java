package example;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import scim.ApiClient;
import scim.ApiException;
import scim.api.GroupsApi;
import scim.api.GroupsApi.APICreateGroupRequest;
import scim.api.GroupsApi.APIDeleteGroupRequest;
import scim.api.GroupsApi.APIPatchGroupRequest;
import scim.api.UsersApi;
import scim.api.UsersApi.APICreateUserRequest;
import scim.api.UsersApi.APIDeleteUserRequest;
import scim.api.UsersApi.APIGetUserRequest;
import scim.api.UsersApi.APIListUsersRequest;
import scim.api.UsersApi.APIPatchUserRequest;
import scim.model.EnterpriseUserWrite;
import scim.model.Error;
import scim.model.Group;
import scim.model.GroupWrite;
import scim.model.PatchOp;
import scim.model.PatchOpOperation;
import scim.model.User;
import scim.model.UserEmail;
import scim.model.UserList;
import scim.model.UserName;
import scim.model.UserWrite;

/**
 * A user's life by the client that openapi-generator generated:
 * {@code SCIM_URL=… SCIM_TOKEN=… mvn -q compile exec:java}, after {@code mvn -q install} of the client.
 */
public final class Main {
  public static void main(String[] args) throws ApiException, IOException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv().getOrDefault("SCIM_URL", "http://127.0.0.1:3000/scim/v2"));
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + System.getenv("SCIM_TOKEN")));
    UsersApi users = new UsersApi(client);
    GroupsApi groups = new GroupsApi(client);

    UserWrite newUser =
        new UserWrite()
            .schemas(
                List.of(
                    "urn:ietf:params:scim:schemas:core:2.0:User",
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"))
            .userName("java@example.com")
            .name(new UserName().givenName("James").familyName("Duke"))
            .addEmailsItem(new UserEmail().value("java@example.com").type("work").primary(true))
            .enterpriseUser(new EnterpriseUserWrite().department("Engineering"));
    User user = users.createUser(APICreateUserRequest.newBuilder().userWrite(newUser).build());
    System.out.println("created " + user.getUserName());

    // The same again: an error has the status, the scimType and what to mend.
    try {
      users.createUser(APICreateUserRequest.newBuilder().userWrite(newUser).build());
    } catch (ApiException refused) {
      Error error = client.getObjectMapper().readValue(refused.getResponseBody(), Error.class);
      System.out.printf("refused %s %s: %s%n", error.getStatus(), error.getScimType(), error.getDetail());
    }

    String filter = "userName eq \"%s\"".formatted(newUser.getUserName());
    UserList found = users.listUsers(APIListUsersRequest.newBuilder().filter(filter).build());
    User first = found.getResources().get(0);
    System.out.printf(
        "found %d: %s of %s%n",
        found.getTotalResults(), first.getName().getGivenName(), first.getEnterpriseUser().getDepartment());

    User patched =
        users.patchUser(
            APIPatchUserRequest.newBuilder()
                .id(user.getId())
                .patchOp(
                    patch(
                        new PatchOpOperation().op("replace").path("name.familyName").value("Mascot"),
                        new PatchOpOperation().op("replace").path("active").value(false)))
                .build());
    System.out.printf(
        "patched familyName=%s active=%b%n", patched.getName().getFamilyName(), patched.getActive());

    GroupWrite newGroup =
        new GroupWrite()
            .schemas(List.of("urn:ietf:params:scim:schemas:core:2.0:Group"))
            .displayName("Java");
    Group group = groups.createGroup(APICreateGroupRequest.newBuilder().groupWrite(newGroup).build());
    groups.patchGroup(
        APIPatchGroupRequest.newBuilder()
            .id(group.getId())
            .patchOp(
                patch(
                    new PatchOpOperation()
                        .op("add")
                        .path("members")
                        .value(List.of(Map.of("value", user.getId())))))
            .build());
    User grouped = users.getUser(APIGetUserRequest.newBuilder().id(user.getId()).build());
    System.out.println("grouped in " + grouped.getGroups().get(0).getDisplay());

    groups.deleteGroup(APIDeleteGroupRequest.newBuilder().id(group.getId()).build());
    users.deleteUser(APIDeleteUserRequest.newBuilder().id(user.getId()).build());
    try {
      users.getUser(APIGetUserRequest.newBuilder().id(user.getId()).build());
    } catch (ApiException gone) {
      System.out.println("deleted " + gone.getCode());
    }
  }

  private static PatchOp patch(PatchOpOperation... operations) {
    return new PatchOp()
        .schemas(List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp"))
        .operations(List.of(operations));
  }

  private Main() {}
}
