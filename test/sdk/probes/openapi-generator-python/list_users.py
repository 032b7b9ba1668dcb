import os

import scim_client

configuration = scim_client.Configuration(host=os.environ["SCIM_URL"], access_token=os.environ["SCIM_TOKEN"])
with scim_client.ApiClient(configuration) as client:
    page = scim_client.UsersApi(client).list_users(filter='userName eq "listed@example.com"')
print("listed", ",".join(user.user_name for user in page.resources))
