"""A user's life by the client that openapi-python-client generated.

python3 -m venv .venv && .venv/bin/pip install ../../../dist/sdk/python
SCIM_URL=… SCIM_TOKEN=… .venv/bin/python main.py
"""

import os
from typing import TypeVar

from scim_client import AuthenticatedClient
from scim_client.api.groups import create_group, delete_group, patch_group
from scim_client.api.users import create_user, delete_user, get_user, list_users, patch_user
from scim_client.models import (
    EnterpriseUserWrite,
    Error,
    GroupWrite,
    PatchOp,
    PatchOpOperation,
    UserEmail,
    UserName,
    UserWrite,
)

T = TypeVar("T")


def main() -> None:
    url = os.environ.get("SCIM_URL", "http://127.0.0.1:3000/scim/v2")
    scim = AuthenticatedClient(base_url=url, token=os.environ["SCIM_TOKEN"])

    new_user = UserWrite(
        schemas=[
            "urn:ietf:params:scim:schemas:core:2.0:User",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        ],
        user_name="python@example.com",
        name=UserName(given_name="Guido", family_name="Python"),
        emails=[UserEmail(value="python@example.com", type_="work", primary=True)],
        enterprise_user=EnterpriseUserWrite(department="Engineering"),
    )
    user = answer(create_user.sync(client=scim, body=new_user))
    print(f"created {user.user_name}")

    # The same again: an error has the status, the scimType and what to mend.
    refused = create_user.sync(client=scim, body=new_user)
    if isinstance(refused, Error):
        print(f"refused {refused.status} {refused.scim_type}: {refused.detail}")

    found = answer(list_users.sync(client=scim, filter_=f'userName eq "{new_user.user_name}"'))
    first = found.resources[0]
    if first.name and first.enterprise_user:
        print(f"found {found.total_results}: {first.name.given_name} of {first.enterprise_user.department}")

    change = patch(
        PatchOpOperation(op="replace", path="name.familyName", value="Monty"),
        PatchOpOperation(op="replace", path="active", value=False),
    )
    patched = answer(patch_user.sync(user.id, client=scim, body=change))
    print(f"patched familyName={patched.name and patched.name.family_name} active={patched.active}")

    new_group = GroupWrite(schemas=["urn:ietf:params:scim:schemas:core:2.0:Group"], display_name="Python")
    group = answer(create_group.sync(client=scim, body=new_group))
    member = PatchOpOperation(op="add", path="members", value=[{"value": user.id}])
    answer(patch_group.sync(group.id, client=scim, body=patch(member)))
    grouped = answer(get_user.sync(user.id, client=scim))
    print(f"grouped in {', '.join(str(group.display) for group in grouped.groups or [])}")

    delete_group.sync(group.id, client=scim)
    delete_user.sync(user.id, client=scim)
    print(f"deleted {get_user.sync_detailed(user.id, client=scim).status_code}")


def patch(*operations: PatchOpOperation) -> PatchOp:
    return PatchOp(schemas=["urn:ietf:params:scim:api:messages:2.0:PatchOp"], operations=list(operations))


def answer(result: T | Error | None) -> T:
    """What was asked for; an error is raised."""
    if isinstance(result, Error):
        raise RuntimeError(f"{result.status} {result.scim_type} {result.detail}")
    assert result is not None
    return result


if __name__ == "__main__":
    main()
