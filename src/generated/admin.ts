// Generated from openapi-admin/ by `npm run spec`. Do not edit.
export interface paths {
    "/Tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create Token
         * @description Adds a resource. If it has a secret, only this answer shows it.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read Token
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /**
         * Delete Token
         * @description Removes the resource and everything that belongs to it. Within a second, no process accepts a deleted token.
         */
        delete: operations["deleteToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Token
         * @description Creates a replacement with the same permissions. The old one expires after `overlap` seconds; both work until then.
         */
        post: operations["rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Clients
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Create Client
         * @description Adds a resource. If it has a secret, only this answer shows it.
         */
        post: operations["createClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read Client
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /**
         * Delete Client
         * @description Removes the resource and everything that belongs to it. Within a second, no process accepts a deleted token.
         */
        delete: operations["deleteClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Clients/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Client
         * @description Creates a replacement with the same permissions. The old one expires after `overlap` seconds; both work until then.
         */
        post: operations["rotateClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Issuers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Issuers
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listIssuers"];
        put?: never;
        /**
         * Create Issuer
         * @description Adds a resource. If it has a secret, only this answer shows it.
         */
        post: operations["createIssuer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Issuers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read Issuer
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getIssuer"];
        put?: never;
        post?: never;
        /**
         * Delete Issuer
         * @description Removes the resource and everything that belongs to it. Within a second, no process accepts a deleted token.
         */
        delete: operations["deleteIssuer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SigningKeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List SigningKeys
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listSigningKeys"];
        put?: never;
        /**
         * Create SigningKey
         * @description Adds a resource. If it has a secret, only this answer shows it.
         */
        post: operations["createSigningKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SigningKeys/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace all SigningKeys
         * @description For a leak: creates one that works at once, and ends all others and the access tokens that they signed. It takes effect within a second; clients get new access tokens by themselves.
         */
        post: operations["replaceSigningKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/SigningKeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read SigningKey
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getSigningKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/AdminTokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List AdminTokens
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listAdminTokens"];
        put?: never;
        /**
         * Create AdminToken
         * @description Adds a resource. If it has a secret, only this answer shows it.
         */
        post: operations["createAdminToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/AdminTokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read AdminToken
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getAdminToken"];
        put?: never;
        post?: never;
        /**
         * Delete AdminToken
         * @description Removes the resource and everything that belongs to it. Within a second, no process accepts a deleted token.
         */
        delete: operations["deleteAdminToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/AdminTokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate AdminToken
         * @description Creates a replacement with the same permissions. The old one expires after `overlap` seconds; both work until then.
         */
        post: operations["rotateAdminToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tenants
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Create Tenant
         * @description Adds a resource. If it has a secret, only this answer shows it.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read Tenant
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getTenant"];
        /**
         * Replace Tenant
         * @description Replaces the resource with the body; an attribute that is left out is removed. It takes effect within a second.
         */
        put: operations["replaceTenant"];
        post?: never;
        /**
         * Delete a tenant
         * @description Revokes its tokens, clients and issuers, then deletes all its resources and its audit log. This cannot be undone. Within a second, no process accepts its tokens.
         */
        delete: operations["deleteTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend Tenant
         * @description Within a second, its tokens are answered 403. No data is lost.
         */
        post: operations["suspendTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Tenant
         * @description Ends a suspension.
         */
        post: operations["resumeTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release Tenant brakes
         * @description Allows the changes that the brake on mass deactivation has stopped, and restarts its counts.
         */
        post: operations["releaseTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/AdminEvents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List AdminEvents
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2). Page by cursor if there are many.
         */
        get: operations["listAdminEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/AdminEvents/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export AdminEvents
         * @description Streams all resources that match `filter`, oldest first, including those added during the export.
         */
        get: operations["exportAdminEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/AdminEvents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read AdminEvent
         * @description Returns the resource with this `id`, without its secret.
         */
        get: operations["getAdminEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{tenant}/AuditEvents": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        /**
         * List the audit log of a tenant
         * @description Returns a page of the events that match `filter`, newest first unless `sortBy` is given.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{tenant}/AuditEvents/export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        /**
         * Export the audit log of a tenant
         * @description Streams all events that match `filter`, oldest first, including those recorded during the export.
         */
        get: operations["exportAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{tenant}/AuditEvents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Read an event of a tenant's audit log
         * @description Returns the event with this `id`.
         */
        get: operations["getAuditEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{tenant}/Brakes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        /**
         * List the brakes of a tenant
         * @description Returns the brakes that have counted changes, and whether they stop further ones. `releaseTenant` releases them.
         */
        get: operations["listBrakes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Tenants/{tenant}/Indexes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        /**
         * List the indexes of a tenant
         * @description Returns the indexes that exist and those that are missing. `uses` counts only the MongoDB node that answers.
         */
        get: operations["listIndexes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Metadata that the server keeps about the resource. */
        Meta: {
            /** @description The name of the resource type of the resource. */
            resourceType?: string;
            /**
             * Format: date-time
             * @description When the resource was created.
             */
            created?: string;
            /**
             * Format: date-time
             * @description When the resource was last changed.
             */
            lastModified?: string;
            /**
             * Format: uri
             * @description The URI of the resource.
             */
            location?: string;
        };
        /** @description A bearer token that gives an identity provider access to the resources of one tenant. */
        Token: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description What uses it, e.g. `Okta production`. */
            name?: string;
            /** @description The tenant that it gives access to; `default` if none is given. */
            tenant?: string;
            /** @description Its permissions: `read` and `write`, or for single resource types `read:User`, `write:Group`. */
            scopes?: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all clients by default. */
            profile?: string;
            /** @description The id of the resource that `/Me` refers to. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that must be presented with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires?: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            lastUsed?: string;
            /** @description The token itself, shown only in the answer that creates it. */
            token?: string;
        };
        /** @description A bearer token that gives an identity provider access to the resources of one tenant. */
        TokenWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description What uses it, e.g. `Okta production`. */
            name: string;
            /** @description The tenant that it gives access to; `default` if none is given. */
            tenant?: string;
            /** @description Its permissions: `read` and `write`, or for single resource types `read:User`, `write:Group`. */
            scopes: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all clients by default. */
            profile?: string;
            /** @description The id of the resource that `/Me` refers to. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that must be presented with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires?: string;
        };
        /** @description A page of the resources that match a query. */
        TokenList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Token"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description A secret with which an OAuth client obtains access tokens for the resources of one tenant. */
        Client: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description What uses it, e.g. `Okta production`. */
            name?: string;
            /** @description The client_id. It stays the same when the secret is rotated; the new secret has its own `id`. To delete or rotate all secrets of a client, use its client_id instead of an `id`. */
            client?: string;
            /** @description The tenant that it gives access to; `default` if none is given. */
            tenant?: string;
            /** @description Its permissions: `read` and `write`, or for single resource types `read:User`, `write:Group`. */
            scopes?: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all clients by default. */
            profile?: string;
            /** @description The id of the resource that `/Me` refers to. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that must be presented with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires?: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            lastUsed?: string;
            /** @description The client_secret, shown only in the answer that creates it. */
            token?: string;
        };
        /** @description A secret with which an OAuth client obtains access tokens for the resources of one tenant. */
        ClientWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description What uses it, e.g. `Okta production`. */
            name: string;
            /** @description The tenant that it gives access to; `default` if none is given. */
            tenant?: string;
            /** @description Its permissions: `read` and `write`, or for single resource types `read:User`, `write:Group`. */
            scopes: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all clients by default. */
            profile?: string;
            /** @description The id of the resource that `/Me` refers to. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that must be presented with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires?: string;
        };
        /** @description A page of the resources that match a query. */
        ClientList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Client"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description An issuer whose JWTs are accepted for the resources of one tenant, and their permissions. */
        Issuer: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description The `iss` of its tokens. */
            issuer?: string;
            /** @description The value that `aud` of its tokens must contain. */
            audience?: string;
            /** @description The tenant that they give access to; `default` if none is given. */
            tenant?: string;
            /** @description The URL of its keys; found through its metadata by default. */
            jwksUri?: string;
            /** @description Their permissions, e.g. `read,write`, or `read:User if roles=Reader` for tokens with a claim. */
            grants?: string[];
            /** @description How `/Me` is found, a claim and the attribute that has its value, e.g. `oid=externalId`. */
            subject?: string;
            /** @description The client whose deviations from the RFCs are tolerated; those of all clients by default. */
            profile?: string;
        };
        /** @description An issuer whose JWTs are accepted for the resources of one tenant, and their permissions. */
        IssuerWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description The `iss` of its tokens. */
            issuer: string;
            /** @description The value that `aud` of its tokens must contain. */
            audience: string;
            /** @description The tenant that they give access to; `default` if none is given. */
            tenant?: string;
            /** @description The URL of its keys; found through its metadata by default. */
            jwksUri?: string;
            /** @description Their permissions, e.g. `read,write`, or `read:User if roles=Reader` for tokens with a claim. */
            grants: string[];
            /** @description How `/Me` is found, a claim and the attribute that has its value, e.g. `oid=externalId`. */
            subject?: string;
            /** @description The client whose deviations from the RFCs are tolerated; those of all clients by default. */
            profile?: string;
        };
        /** @description A page of the resources that match a query. */
        IssuerList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Issuer"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description A key that signs access tokens until a newer one takes over. */
        SigningKey: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: date-time
             * @description When it begins to sign; it is published before then.
             */
            signs?: string;
            /**
             * Format: date-time
             * @description When it stops being trusted and published.
             */
            ends?: string;
        };
        /** @description A key that signs access tokens until a newer one takes over. */
        SigningKeyWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
        };
        /** @description A page of the resources that match a query. */
        SigningKeyList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["SigningKey"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description A bearer token that gives an operator, or their program, access to this API. */
        AdminToken: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description Who or what uses it. */
            name?: string;
            /** @description Its permissions: `read` and `write`, or for single resource types `read:AuditEvent`, `write:Token`. Anyone who may write AdminTokens can grant themselves every permission. */
            scopes?: string[];
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that must be presented with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires?: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            lastUsed?: string;
            /** @description The token itself, shown only in the answer that creates it. */
            token?: string;
        };
        /** @description A bearer token that gives an operator, or their program, access to this API. */
        AdminTokenWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description Who or what uses it. */
            name: string;
            /** @description Its permissions: `read` and `write`, or for single resource types `read:AuditEvent`, `write:Token`. Anyone who may write AdminTokens can grant themselves every permission. */
            scopes: string[];
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that must be presented with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it expires.
             */
            expires?: string;
        };
        /** @description A page of the resources that match a query. */
        AdminTokenList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["AdminToken"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description The tenant's request rate, across all its tokens; defaults to TENANT_RATE. */
        TenantRate: {
            /** @description Requests per second, at least 1. */
            perSecond?: number;
            /** @description Requests at once, at least 1. */
            burst?: number;
        };
        /** @description A separate set of resources. Its tokens give access to no other tenant. */
        Tenant: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description Up to 30 of a-z, 0-9 and -; also its `id`, and part of the name of its database. */
            name?: string;
            /** @description Whether its tokens are refused with 403. */
            suspended?: boolean;
            /** @description YAML that extends the document with the tenant's own attributes, extensions and resource types. */
            overlay?: string;
            rate?: components["schemas"]["TenantRate"];
        };
        /** @description The tenant's request rate, across all its tokens; defaults to TENANT_RATE. */
        TenantRateWrite: {
            /** @description Requests per second, at least 1. */
            perSecond: number;
            /** @description Requests at once, at least 1. */
            burst: number;
        };
        /** @description A separate set of resources. Its tokens give access to no other tenant. */
        TenantWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description Up to 30 of a-z, 0-9 and -; also its `id`, and part of the name of its database. */
            name: string;
            /** @description YAML that extends the document with the tenant's own attributes, extensions and resource types. */
            overlay?: string;
            rate?: components["schemas"]["TenantRateWrite"];
        };
        /** @description A page of the resources that match a query. */
        TenantList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Tenant"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Who made the request. */
        AdminEventActor: {
            /** @description The public key id of the token. */
            token?: string;
            /** @description The id of the resource that the token is bound to. */
            subject?: string;
            /** @description The network address of the client. */
            address?: string;
            /** @description The User-Agent of the request. */
            userAgent?: string;
        };
        /** @description The request that made the change. */
        AdminEventRequest: {
            /** @description The X-Request-Id of its answer; all operations of a bulk request share it. */
            id?: string;
            /** @description The operationId in the document. */
            operation?: string;
            /** @description The id of its trace (W3C Trace Context), from its traceparent header or started by the server. */
            traceId?: string;
        };
        /** @description The resource, as named before the change, or after it if the resource is new. */
        AdminEventTarget: {
            /** @description The name of its resource type. */
            type?: string;
            /** @description Its id. */
            id?: string;
            /** @description Its externalId. */
            externalId?: string;
            /** @description The display name of the resource. */
            display?: string;
        };
        /** @description One of `changes`. What changed, one entry for each attribute; all attributes if the resource was created or deleted. */
        AdminEventChange: {
            /** @description The path of the attribute (RFC 7644 section 3.10). Absent if it is the whole resource. */
            path?: string;
            /** @description Whether a value was added, removed or replaced. */
            op?: string;
            /** @description The value before; for a list, the values that were removed. Text as it is, anything else as JSON; secrets are masked and very long values are cut. */
            before?: string;
            /** @description The value after; for a list, the values that were added. */
            after?: string;
            /** @description For an attribute that refers to other resources, their ids, at most a thousand: those requested, even if some were already there, or already gone. */
            targets?: string[];
            /** @description The number of targets. */
            count?: number;
        };
        /** @description The versions of the resource. */
        AdminEventVersions: {
            /** @description The version before the change. */
            before?: number;
            /** @description The version after the change; the intended one if the outcome is unknown. */
            after?: number;
        };
        /** @description The outcome of the change. */
        AdminEventOutcome: {
            /** @description `unknown` until the change is complete; it stays so if the server or its database fails in between. `noChange` if the resource already was as requested. */
            result?: string;
            /** @description The HTTP status of a failure. */
            status?: number;
            /** @description The scimType of a failure. */
            scimType?: string;
        };
        /** @description A change of a resource, recorded with the change or before it. */
        AdminEvent: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: date-time
             * @description When the change began.
             */
            time?: string;
            /** @description The tenant that the resource or record belongs to. */
            tenant?: string;
            actor?: components["schemas"]["AdminEventActor"];
            request?: components["schemas"]["AdminEventRequest"];
            /** @description What was done to the resource. */
            action?: string;
            target?: components["schemas"]["AdminEventTarget"];
            /** @description What changed, one entry for each attribute; all attributes if the resource was created or deleted. */
            changes?: components["schemas"]["AdminEventChange"][];
            /** @description Deviations from the RFCs in the request that the server tolerated. */
            deviations?: string[];
            versions?: components["schemas"]["AdminEventVersions"];
            outcome?: components["schemas"]["AdminEventOutcome"];
        };
        /** @description A page of the resources that match a query. */
        AdminEventList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["AdminEvent"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Who made the request. */
        AuditEventActor: {
            /** @description The public key id of the token. */
            token?: string;
            /** @description The id of the resource that the token is bound to. */
            subject?: string;
            /** @description The network address of the client. */
            address?: string;
            /** @description The User-Agent of the request. */
            userAgent?: string;
        };
        /** @description The request that made the change. */
        AuditEventRequest: {
            /** @description The X-Request-Id of its answer; all operations of a bulk request share it. */
            id?: string;
            /** @description The operationId in the document. */
            operation?: string;
            /** @description The id of its trace (W3C Trace Context), from its traceparent header or started by the server. */
            traceId?: string;
        };
        /** @description The resource, as named before the change, or after it if the resource is new. */
        AuditEventTarget: {
            /** @description The name of its resource type. */
            type?: string;
            /** @description Its id. */
            id?: string;
            /** @description Its externalId. */
            externalId?: string;
            /** @description The display name of the resource. */
            display?: string;
        };
        /** @description One of `changes`. What changed, one entry for each attribute; all attributes if the resource was created or deleted. */
        AuditEventChange: {
            /** @description The path of the attribute (RFC 7644 section 3.10). Absent if it is the whole resource. */
            path?: string;
            /** @description Whether a value was added, removed or replaced. */
            op?: string;
            /** @description The value before; for a list, the values that were removed. Text as it is, anything else as JSON; secrets are masked and very long values are cut. */
            before?: string;
            /** @description The value after; for a list, the values that were added. */
            after?: string;
            /** @description For an attribute that refers to other resources, their ids, at most a thousand: those requested, even if some were already there, or already gone. */
            targets?: string[];
            /** @description The number of targets. */
            count?: number;
        };
        /** @description The versions of the resource. */
        AuditEventVersions: {
            /** @description The version before the change. */
            before?: number;
            /** @description The version after the change; the intended one if the outcome is unknown. */
            after?: number;
        };
        /** @description The outcome of the change. */
        AuditEventOutcome: {
            /** @description `unknown` until the change is complete; it stays so if the server or its database fails in between. `noChange` if the resource already was as requested. */
            result?: string;
            /** @description The HTTP status of a failure. */
            status?: number;
            /** @description The scimType of a failure. */
            scimType?: string;
        };
        /** @description A change of a resource, recorded with the change or before it. */
        AuditEvent: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: date-time
             * @description When the change began.
             */
            time?: string;
            /** @description The tenant that the resource or record belongs to. */
            tenant?: string;
            actor?: components["schemas"]["AuditEventActor"];
            request?: components["schemas"]["AuditEventRequest"];
            /** @description What was done to the resource. */
            action?: string;
            target?: components["schemas"]["AuditEventTarget"];
            /** @description What changed, one entry for each attribute; all attributes if the resource was created or deleted. */
            changes?: components["schemas"]["AuditEventChange"][];
            /** @description Deviations from the RFCs in the request that the server tolerated. */
            deviations?: string[];
            versions?: components["schemas"]["AuditEventVersions"];
            outcome?: components["schemas"]["AuditEventOutcome"];
        };
        /** @description A page of the resources that match a query. */
        AuditEventList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["AuditEvent"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description How many resources of a type were deactivated or deleted, and whether the brake stops further ones. */
        Brake: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description The name of the resource type, and the `id` of the brake. */
            type?: string;
            /**
             * Format: date-time
             * @description When counting began.
             */
            since?: string;
            /** @description How many resources were deactivated or deleted since then. */
            count?: number;
            /** @description How many are allowed until the window ends. */
            allowed?: number;
            /**
             * Format: date-time
             * @description When the brake stopped; further changes are refused until it is released.
             */
            stopped?: string;
            /**
             * Format: date-time
             * @description When the log warned of too many.
             */
            warned?: string;
            /**
             * Format: date-time
             * @description Until when nothing is stopped.
             */
            releasedUntil?: string;
        };
        /** @description A page of the resources that match a query. */
        BrakeList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Brake"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description How often it was used, on the MongoDB node that answered, since the node started or the index was created. */
        IndexUses: {
            /** @description The number of uses. */
            count?: number;
            /**
             * Format: date-time
             * @description When counting began.
             */
            since?: string;
        };
        /** @description An index that exists in the database of a tenant, or that its document asks for. */
        Index: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description The collection that it indexes. */
            collection?: string;
            /** @description Its name in MongoDB. */
            name?: string;
            /** @description The fields that it indexes, in order. */
            keys?: string[];
            /** @description Whether it enforces uniqueness. */
            unique?: boolean;
            /** @description Whether it exists. The next start creates a `missing` index and drops an `obsolete` one; `other` belongs to MongoDB or to an operator. */
            state?: string;
            /** @description Its size in bytes; absent if it is missing. */
            bytes?: number;
            uses?: components["schemas"]["IndexUses"];
            /** @description Whether no query has used it and nothing else depends on it. */
            isUnused?: boolean;
        };
        /** @description A page of the resources that match a query. */
        IndexList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Index"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Why a request failed. */
        Error: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:Error` */
            schemas: string[];
            /** @description The HTTP status code, as a string. */
            status: string;
            /** @description The kind of a bad request: `invalidFilter`, `tooMany`, `uniqueness`, `mutability`, `invalidSyntax`, `invalidPath`, `noTarget`, `invalidValue`, `invalidVers`, `sensitive`, `invalidCursor`, `expiredCursor` or `invalidCount`. */
            scimType?: string;
            /** @description What is wrong and how to fix it, for humans. */
            detail: string;
        };
    };
    responses: {
        /** @description The request is invalid: `scimType` says why, for programs, and `detail` how to fix it, for people (RFC 7644 section 3.12). Repeating the same request will fail again. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The resource conflicts with another: a value that must be unique is taken (`uniqueness`). Without a `scimType`, the id is taken, or the resource kept being changed concurrently: try again. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The token is valid, but the operation is not permitted: the token lacks the scope (`read:User`, `write:Group`), its tenant is suspended, it is bound to no resource (`/Me`), or discovery was asked to `filter` (RFC 7644 section 4). */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The server failed. Nothing was changed. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The server supports none of the media types in `Accept`. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The resource does not exist, or has been deleted. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The request is larger than the server accepts: see `bulk.maxPayloadSize` and `bulk.maxOperations` of `/ServiceProviderConfig`. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The resource no longer has the version in `If-Match`: it has been changed since. Read it again and apply your change to the current version. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The client exceeded its request rate, or its address failed to authenticate too often: try again after `Retry-After`. The server may also stop the deactivation or deletion of unusually many users; `detail` says so, and an operator has to release it. Do not retry that in a loop. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The bearer token is missing or invalid. The body of the request was not read. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The database is unreachable or the server is overloaded. Nothing was changed, unless the database was lost during the write. Try again after `Retry-After`. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The body is neither `application/scim+json` nor `application/json`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description One line of JSON for each resource, with its `id` and its attributes. If reading fails, the connection is closed before the body is complete. */
        Lines: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/x-ndjson": string;
            };
        };
    };
    parameters: {
        /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
        attributes: string[];
        /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
        count: number;
        /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
        cursor: string;
        /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
        excludedAttributes: string[];
        /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
        filter: string;
        /** @description The `id` of the resource. */
        id: string;
        /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
        ifMatch: string;
        /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
        sortBy: string;
        /** @description `ascending` (the default) or `descending`. */
        sortOrder: string;
        /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
        startIndex: number;
        /** @description The `id` of the tenant, repeated as confirmation. */
        confirm: string;
        /** @description The number of seconds during which the brakes stop nothing; 0 by default. */
        for: number;
        /** @description The number of seconds that the old one keeps working; a week by default, and 0 ends it now. */
        overlap: number;
        /** @description The `id` of the tenant. */
        tenant: string;
    };
    requestBodies: never;
    headers: {
        /** @description The URI of the resource that the body represents, equal to its `meta.location` (RFC 7643 section 3.1). */
        ContentLocation: string;
        /** @description The URI of the resource, equal to its `meta.location`. */
        Location: string;
        /** @description The number of seconds after which to try again. */
        RetryAfter: number;
        /** @description The authentication scheme that is required (RFC 6750 section 3). */
        WWWAuthenticate: string;
        /** @description The version of the resource, if it is one that can be replaced. Send it as `If-Match` to change or delete the resource only if nobody has changed it since (RFC 7644 section 3.14). */
        Version: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTokens: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["TokenWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getToken: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateToken: {
        parameters: {
            query?: {
                /** @description The number of seconds that the old one keeps working; a week by default, and 0 ends it now. */
                overlap?: components["parameters"]["overlap"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ClientList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["ClientWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getClient: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateClient: {
        parameters: {
            query?: {
                /** @description The number of seconds that the old one keeps working; a week by default, and 0 ends it now. */
                overlap?: components["parameters"]["overlap"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Client"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIssuers: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["IssuerList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["IssuerWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Issuer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getIssuer: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Issuer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SigningKeyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSigningKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["SigningKeyWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SigningKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SigningKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSigningKey: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SigningKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAdminTokens: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AdminTokenList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createAdminToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["AdminTokenWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AdminToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdminToken: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AdminToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteAdminToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateAdminToken: {
        parameters: {
            query?: {
                /** @description The number of seconds that the old one keeps working; a week by default, and 0 ends it now. */
                overlap?: components["parameters"]["overlap"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AdminToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["TenantList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["TenantWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTenant: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["TenantWrite"];
            };
        };
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteTenant: {
        parameters: {
            query: {
                /** @description The `id` of the tenant, repeated as confirmation. */
                confirm: components["parameters"]["confirm"];
            };
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tenant was deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    suspendTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseTenant: {
        parameters: {
            query?: {
                /** @description The number of seconds during which the brakes stop nothing; 0 by default. */
                for?: components["parameters"]["for"];
            };
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAdminEvents: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AdminEventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAdminEvents: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Lines"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAdminEvent: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AdminEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AuditEventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAuditEvents: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
            };
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Lines"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAuditEvent: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
                /** @description The `id` of the resource. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["AuditEvent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listBrakes: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["BrakeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIndexes: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending` (the default) or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. A value below 0 is read as 0, which returns only `totalResults` (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the previous page. All other parameters must stay the same. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path: {
                /** @description The `id` of the tenant. */
                tenant: components["parameters"]["tenant"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["IndexList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
