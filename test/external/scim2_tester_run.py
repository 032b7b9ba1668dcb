"""Runs scim2-tester at a server: python scim2_tester_run.py URL TOKEN. Prints a JSON list of what it checked."""

import json
import sys

from httpx2 import Client
from scim2_client.engines.httpx2 import SyncSCIMClient
from scim2_tester import check_server

url, token = sys.argv[1:]
client = SyncSCIMClient(Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=30))
json.dump(
    [
        {
            "status": result.status.name,
            "name": " ".join(filter(None, [result.resource_type, result.title])),
            "reason": result.reason,
        }
        for result in check_server(client)
    ],
    sys.stdout,
)
