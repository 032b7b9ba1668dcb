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
         * List resources of the type Token
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create a resource of the type Token
         * @description Adds a resource. A secret that it comes with is in this answer, and in none after it.
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
         * Read a resource of the type Token
         * @description Returns the resource of this `id`; no secret of it.
         */
        get: operations["getToken"];
        put?: never;
        post?: never;
        /**
         * End a resource of the type Token
         * @description Removes the resource, and what belongs to it. Within a second no process accepts a token that is gone.
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
         * Rotate a resource of the type Token
         * @description Makes one that may the same, and has this one end after `overlap` seconds: both work until then.
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
         * List resources of the type Client
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
         */
        get: operations["listClients"];
        put?: never;
        /**
         * Create a resource of the type Client
         * @description Adds a resource. A secret that it comes with is in this answer, and in none after it.
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
         * Read a resource of the type Client
         * @description Returns the resource of this `id`; no secret of it.
         */
        get: operations["getClient"];
        put?: never;
        post?: never;
        /**
         * End a resource of the type Client
         * @description Removes the resource, and what belongs to it. Within a second no process accepts a token that is gone.
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
         * Rotate a resource of the type Client
         * @description Makes one that may the same, and has this one end after `overlap` seconds: both work until then.
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
         * List resources of the type Issuer
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
         */
        get: operations["listIssuers"];
        put?: never;
        /**
         * Create a resource of the type Issuer
         * @description Adds a resource. A secret that it comes with is in this answer, and in none after it.
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
         * Read a resource of the type Issuer
         * @description Returns the resource of this `id`; no secret of it.
         */
        get: operations["getIssuer"];
        put?: never;
        post?: never;
        /**
         * End a resource of the type Issuer
         * @description Removes the resource, and what belongs to it. Within a second no process accepts a token that is gone.
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
         * List resources of the type SigningKey
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
         */
        get: operations["listSigningKeys"];
        put?: never;
        /**
         * Create a resource of the type SigningKey
         * @description Adds a resource. A secret that it comes with is in this answer, and in none after it.
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
         * Replace all resources of the type SigningKey
         * @description For a leak: makes one that works at once, and ends all others at once, with the access tokens that come of them. It holds within a second; clients get new access tokens by themselves.
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
         * Read a resource of the type SigningKey
         * @description Returns the resource of this `id`; no secret of it.
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
         * List resources of the type AdminToken
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
         */
        get: operations["listAdminTokens"];
        put?: never;
        /**
         * Create a resource of the type AdminToken
         * @description Adds a resource. A secret that it comes with is in this answer, and in none after it.
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
         * Read a resource of the type AdminToken
         * @description Returns the resource of this `id`; no secret of it.
         */
        get: operations["getAdminToken"];
        put?: never;
        post?: never;
        /**
         * End a resource of the type AdminToken
         * @description Removes the resource, and what belongs to it. Within a second no process accepts a token that is gone.
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
         * Rotate a resource of the type AdminToken
         * @description Makes one that may the same, and has this one end after `overlap` seconds: both work until then.
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
         * List resources of the type Tenant
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Create a resource of the type Tenant
         * @description Adds a resource. A secret that it comes with is in this answer, and in none after it.
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
         * Read a resource of the type Tenant
         * @description Returns the resource of this `id`; no secret of it.
         */
        get: operations["getTenant"];
        /**
         * Replace a resource of the type Tenant
         * @description Makes the resource what the body says; an attribute that is left out is taken away. It holds within a second.
         */
        put: operations["replaceTenant"];
        post?: never;
        /**
         * Delete a tenant
         * @description Ends its tokens, clients and issuers, then deletes all of its resources and its audit log. This can not be undone. Within a second no process accepts a token of it.
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
         * Suspend a resource of the type Tenant
         * @description Within a second its tokens are answered 403. Nothing is lost.
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
         * Resume a resource of the type Tenant
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
         * Release the brakes of a resource of the type Tenant
         * @description What the brake on mass deactivation has stopped goes on: its counts begin anew.
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
         * List resources of the type AdminEvent
         * @description Returns a page of the resources that match `filter` (RFC 7644 section 3.4.2), by cursor where there may be many.
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
         * Export resources of the type AdminEvent
         * @description Streams all that match `filter`, the oldest first; those that come meanwhile too.
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
         * Read a resource of the type AdminEvent
         * @description Returns the resource of this `id`; no secret of it.
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
         * List the changes of a tenant
         * @description Returns a page of the events that match `filter`; the newest first where `sortBy` asks for no other order.
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
         * Export the changes of a tenant
         * @description Streams all events that match `filter`, the oldest first; those that come meanwhile too.
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
         * Read a change of a tenant
         * @description Returns the event of this `id`.
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
         * @description Returns those that have counted something, and whether they have stopped more. `releaseTenant` lets it go on.
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
         * @description Returns those that there are, and those that are missing. What the node that was asked tells of uses is its own.
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
        /** @description What the server knows of the resource itself. */
        Meta: {
            /** @description The name of the resource type of the resource. */
            resourceType?: string;
            /**
             * Format: date-time
             * @description When the resource was added.
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
        /** @description What lets an identity provider reach the resources of one tenant. */
        Token: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description What uses it, e.g. `Okta production`. */
            name?: string;
            /** @description The tenant whose resources it reaches; `default` where none is given. */
            tenant?: string;
            /** @description What it may: `read` and `write`, or of some resource types alone, `read:User`, `write:Group`; everything where none is given. */
            scopes?: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all where none is given. */
            profile?: string;
            /** @description The id of the resource that `/Me` is. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that has to come with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires?: string;
            /**
             * Format: date-time
             * @description When it was used last, to the minute.
             */
            lastUsed?: string;
            /** @description The token itself, in the answer that creates it and never again. */
            token?: string;
        };
        /** @description What lets an identity provider reach the resources of one tenant. */
        TokenWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description What uses it, e.g. `Okta production`. */
            name: string;
            /** @description The tenant whose resources it reaches; `default` where none is given. */
            tenant?: string;
            /** @description What it may: `read` and `write`, or of some resource types alone, `read:User`, `write:Group`; everything where none is given. */
            scopes?: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all where none is given. */
            profile?: string;
            /** @description The id of the resource that `/Me` is. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that has to come with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires?: string;
        };
        /** @description A page of the resources that match a query. */
        TokenList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Token"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description What an OAuth client gets access tokens for, which reach the resources of one tenant. */
        Client: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description What uses it, e.g. `Okta production`. */
            name?: string;
            /** @description The client_id. It stays when the secret is rotated, which is a new one with an `id` of its own. Deleted or rotated by its client_id in place of an `id`, a client is so with all of its secrets. */
            client?: string;
            /** @description The tenant whose resources it reaches; `default` where none is given. */
            tenant?: string;
            /** @description What it may: `read` and `write`, or of some resource types alone, `read:User`, `write:Group`; everything where none is given. */
            scopes?: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all where none is given. */
            profile?: string;
            /** @description The id of the resource that `/Me` is. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that has to come with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires?: string;
            /**
             * Format: date-time
             * @description When it was used last, to the minute.
             */
            lastUsed?: string;
            /** @description The client_secret, in the answer that creates it and never again. */
            token?: string;
        };
        /** @description What an OAuth client gets access tokens for, which reach the resources of one tenant. */
        ClientWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description What uses it, e.g. `Okta production`. */
            name: string;
            /** @description The tenant whose resources it reaches; `default` where none is given. */
            tenant?: string;
            /** @description What it may: `read` and `write`, or of some resource types alone, `read:User`, `write:Group`; everything where none is given. */
            scopes?: string[];
            /** @description The client whose deviations from the RFCs are tolerated; those of all where none is given. */
            profile?: string;
            /** @description The id of the resource that `/Me` is. */
            subject?: string;
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that has to come with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires?: string;
        };
        /** @description A page of the resources that match a query. */
        ClientList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Client"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Whose JWTs are accepted for the resources of one tenant, and what they may. */
        Issuer: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description `iss` of its tokens. */
            issuer?: string;
            /** @description What `aud` of its tokens must name. */
            audience?: string;
            /** @description The tenant whose resources they reach; `default` where none is given. */
            tenant?: string;
            /** @description Where its keys are; found by its metadata where none is given. */
            jwksUri?: string;
            /** @description What they may, `read,write`, or those with a claim, `read:User if roles=Reader`. */
            grants?: string[];
            /** @description Who `/Me` is, `oid=externalId`, the attribute that has the value of a claim. */
            subject?: string;
            /** @description The client whose deviations from the RFCs are tolerated; those of all where none is given. */
            profile?: string;
        };
        /** @description Whose JWTs are accepted for the resources of one tenant, and what they may. */
        IssuerWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description `iss` of its tokens. */
            issuer: string;
            /** @description What `aud` of its tokens must name. */
            audience: string;
            /** @description The tenant whose resources they reach; `default` where none is given. */
            tenant?: string;
            /** @description Where its keys are; found by its metadata where none is given. */
            jwksUri?: string;
            /** @description What they may, `read,write`, or those with a claim, `read:User if roles=Reader`. */
            grants: string[];
            /** @description Who `/Me` is, `oid=externalId`, the attribute that has the value of a claim. */
            subject?: string;
            /** @description The client whose deviations from the RFCs are tolerated; those of all where none is given. */
            profile?: string;
        };
        /** @description A page of the resources that match a query. */
        IssuerList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Issuer"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description A key that signs access tokens, from its time until a younger one does. */
        SigningKey: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: date-time
             * @description When it begins to sign; it is published before.
             */
            signs?: string;
            /**
             * Format: date-time
             * @description When it is neither trusted nor published any more.
             */
            ends?: string;
        };
        /** @description A key that signs access tokens, from its time until a younger one does. */
        SigningKeyWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
        };
        /** @description A page of the resources that match a query. */
        SigningKeyList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["SigningKey"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description What lets an operator, or a program of theirs, reach this API. */
        AdminToken: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description Who or what uses it. */
            name?: string;
            /** @description What it may: `read` and `write`, or of some resource types alone, `read:AuditEvent`, `write:Token`; everything where none is given. Who may write an AdminToken can make one that may everything. */
            scopes?: string[];
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that has to come with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires?: string;
            /**
             * Format: date-time
             * @description When it was used last, to the minute.
             */
            lastUsed?: string;
            /** @description The token itself, in the answer that creates it and never again. */
            token?: string;
        };
        /** @description What lets an operator, or a program of theirs, reach this API. */
        AdminTokenWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description Who or what uses it. */
            name: string;
            /** @description What it may: `read` and `write`, or of some resource types alone, `read:AuditEvent`, `write:Token`; everything where none is given. Who may write an AdminToken can make one that may everything. */
            scopes?: string[];
            /** @description The SHA-256 fingerprint, in hexadecimal digits, of the client certificate that has to come with it. */
            certificate?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            expires?: string;
        };
        /** @description A page of the resources that match a query. */
        AdminTokenList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["AdminToken"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Of its requests, all tokens together; that of the settings where it has none of its own. */
        TenantRate: {
            /** @description So many requests a second, 1 at least. */
            perSecond?: number;
            /** @description So many at once, 1 at least. */
            burst?: number;
        };
        /** @description Whose resources these are. Nothing of another tenant can be reached with its tokens. */
        Tenant: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description Up to 30 of a-z, 0-9 and -; its `id` as well, and a part of the name of its database. */
            name?: string;
            /** @description Whether its tokens are answered 403. */
            suspended?: boolean;
            /** @description YAML that is laid over the document, with its own attributes, extensions and resource types. */
            overlay?: string;
            rate?: components["schemas"]["TenantRate"];
        };
        /** @description Of its requests, all tokens together; that of the settings where it has none of its own. */
        TenantRateWrite: {
            /** @description So many requests a second, 1 at least. */
            perSecond: number;
            /** @description So many at once, 1 at least. */
            burst: number;
        };
        /** @description Whose resources these are. Nothing of another tenant can be reached with its tokens. */
        TenantWrite: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas?: string[];
            /** @description Up to 30 of a-z, 0-9 and -; its `id` as well, and a part of the name of its database. */
            name: string;
            /** @description YAML that is laid over the document, with its own attributes, extensions and resource types. */
            overlay?: string;
            rate?: components["schemas"]["TenantRateWrite"];
        };
        /** @description A page of the resources that match a query. */
        TenantList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Tenant"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Who asked. */
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
        /** @description The request that asked for it. */
        AdminEventRequest: {
            /** @description The X-Request-Id of its answer; the operations of a bulk request have the same. */
            id?: string;
            /** @description The operationId in the document. */
            operation?: string;
            /** @description Of the trace that it is part of (W3C Trace Context), as its traceparent header names it, or begun for it. */
            traceId?: string;
        };
        /** @description The resource, as it was named before the change; as after it, where it is new. */
        AdminEventTarget: {
            /** @description The name of its resource type. */
            type?: string;
            /** @description Its id. */
            id?: string;
            /** @description Its externalId. */
            externalId?: string;
            /** @description The name by which others show it. */
            display?: string;
        };
        AdminEventChange: {
            /** @description The path of the attribute (RFC 7644 section 3.10). Missing where it is the whole resource. */
            path?: string;
            /** @description Whether there is a value that wasn't there, or none any more, or another one. */
            op?: string;
            /** @description The value before; of a list, the values that went. Text as it is, anything else as JSON, secrets masked, and what is very long cut. */
            before?: string;
            /** @description The value after; of a list, the values that came. */
            after?: string;
            /** @description Of an attribute that leads to other resources, their ids, a thousand at most; those that were asked for, where some were there, or not there, already. */
            targets?: string[];
            /** @description How many targets there are. */
            count?: number;
        };
        /** @description The versions of the resource. */
        AdminEventVersions: {
            /** @description That before the change. */
            before?: number;
            /** @description That after the change; that which it would have, where the outcome is unknown. */
            after?: number;
        };
        /** @description What became of it. */
        AdminEventOutcome: {
            /** @description `unknown` from when the change is begun until the server knows: it stays so where the server or its database died in between. `noChange` where it turned out that all was as it should be. */
            result?: string;
            /** @description The HTTP status of a failure. */
            status?: number;
            /** @description The scimType of a failure. */
            scimType?: string;
        };
        /** @description A change of a resource, recorded with it or before it is made. */
        AdminEvent: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: date-time
             * @description When the change was begun.
             */
            time?: string;
            /** @description The tenant whose resource it is, or that the record belongs to. */
            tenant?: string;
            actor?: components["schemas"]["AdminEventActor"];
            request?: components["schemas"]["AdminEventRequest"];
            /** @description What was done to the resource. */
            action?: string;
            target?: components["schemas"]["AdminEventTarget"];
            /** @description What changed, an attribute each; of a resource that is new or gone, all of it. */
            changes?: components["schemas"]["AdminEventChange"][];
            /** @description What the request got wrong, and the server tolerated. */
            deviations?: string[];
            versions?: components["schemas"]["AdminEventVersions"];
            outcome?: components["schemas"]["AdminEventOutcome"];
        };
        /** @description A page of the resources that match a query. */
        AdminEventList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["AdminEvent"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description Who asked. */
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
        /** @description The request that asked for it. */
        AuditEventRequest: {
            /** @description The X-Request-Id of its answer; the operations of a bulk request have the same. */
            id?: string;
            /** @description The operationId in the document. */
            operation?: string;
            /** @description Of the trace that it is part of (W3C Trace Context), as its traceparent header names it, or begun for it. */
            traceId?: string;
        };
        /** @description The resource, as it was named before the change; as after it, where it is new. */
        AuditEventTarget: {
            /** @description The name of its resource type. */
            type?: string;
            /** @description Its id. */
            id?: string;
            /** @description Its externalId. */
            externalId?: string;
            /** @description The name by which others show it. */
            display?: string;
        };
        AuditEventChange: {
            /** @description The path of the attribute (RFC 7644 section 3.10). Missing where it is the whole resource. */
            path?: string;
            /** @description Whether there is a value that wasn't there, or none any more, or another one. */
            op?: string;
            /** @description The value before; of a list, the values that went. Text as it is, anything else as JSON, secrets masked, and what is very long cut. */
            before?: string;
            /** @description The value after; of a list, the values that came. */
            after?: string;
            /** @description Of an attribute that leads to other resources, their ids, a thousand at most; those that were asked for, where some were there, or not there, already. */
            targets?: string[];
            /** @description How many targets there are. */
            count?: number;
        };
        /** @description The versions of the resource. */
        AuditEventVersions: {
            /** @description That before the change. */
            before?: number;
            /** @description That after the change; that which it would have, where the outcome is unknown. */
            after?: number;
        };
        /** @description What became of it. */
        AuditEventOutcome: {
            /** @description `unknown` from when the change is begun until the server knows: it stays so where the server or its database died in between. `noChange` where it turned out that all was as it should be. */
            result?: string;
            /** @description The HTTP status of a failure. */
            status?: number;
            /** @description The scimType of a failure. */
            scimType?: string;
        };
        /** @description A change of a resource, recorded with it or before it is made. */
        AuditEvent: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: date-time
             * @description When the change was begun.
             */
            time?: string;
            /** @description The tenant whose resource it is, or that the record belongs to. */
            tenant?: string;
            actor?: components["schemas"]["AuditEventActor"];
            request?: components["schemas"]["AuditEventRequest"];
            /** @description What was done to the resource. */
            action?: string;
            target?: components["schemas"]["AuditEventTarget"];
            /** @description What changed, an attribute each; of a resource that is new or gone, all of it. */
            changes?: components["schemas"]["AuditEventChange"][];
            /** @description What the request got wrong, and the server tolerated. */
            deviations?: string[];
            versions?: components["schemas"]["AuditEventVersions"];
            outcome?: components["schemas"]["AuditEventOutcome"];
        };
        /** @description A page of the resources that match a query. */
        AuditEventList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["AuditEvent"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description How many resources of a type were taken out of use, and whether more is stopped. */
        Brake: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description The name of the resource type; its `id` as well. */
            type?: string;
            /**
             * Format: date-time
             * @description When the count began.
             */
            since?: string;
            /** @description How many were deactivated or deleted since. */
            count?: number;
            /** @description How many may be until the window ends. */
            allowed?: number;
            /**
             * Format: date-time
             * @description Since when more is refused, until it is released.
             */
            stopped?: string;
            /**
             * Format: date-time
             * @description When the log was told of too many.
             */
            warned?: string;
            /**
             * Format: date-time
             * @description Before this nothing is stopped.
             */
            releasedUntil?: string;
        };
        /** @description A page of the resources that match a query. */
        BrakeList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Brake"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        /** @description How often it was used, on the node that was asked, since its start or that of the index. */
        IndexUses: {
            /** @description How often. */
            count?: number;
            /**
             * Format: date-time
             * @description Since when.
             */
            since?: string;
        };
        /** @description An index that the document of a tenant asks for, or that there is. */
        Index: {
            /** @description The URIs of the schemas that the resource uses. */
            schemas: string[];
            /** @description A unique identifier for the resource, that never changes. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description The collection whose index it is. */
            collection?: string;
            /** @description Its name in MongoDB. */
            name?: string;
            /** @description The fields that it orders, in their order. */
            keys?: string[];
            /** @description Whether it holds that no two are the same. */
            unique?: boolean;
            /** @description Whether it is there; `missing` is made by the next start, `obsolete` dropped by it, and `other` is MongoDB's own, or an operator's. */
            state?: string;
            /** @description How large it is; not of one that is missing. */
            bytes?: number;
            uses?: components["schemas"]["IndexUses"];
            /** @description Whether no query has used it, and nothing else is lost without it. */
            isUnused?: boolean;
        };
        /** @description A page of the resources that match a query. */
        IndexList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Index"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
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
            /** @description What was wrong and what to mend, for a human. */
            detail: string;
        };
    };
    responses: {
        /** @description The request is wrong: `scimType` says how, for programs, and `detail` what to mend, for people (RFC 7644 section 3.12). Sent again as it is, it will be refused again. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The resource clashes with another: a value that must be unique is taken (`uniqueness`). Without a `scimType`, the id is taken, or others changed the resource all the while: try again. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The token is valid, and the operation is not permitted: discovery takes no `filter` (RFC 7644 section 4), and a token that is bound to nothing has no `/Me`. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The server failed; nothing of the request was done. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description None of the media types that `Accept` names can be answered. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such resource, or no more. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The request is larger than the server takes: `bulk.maxPayloadSize` and `bulk.maxOperations` of `/ServiceProviderConfig` say how much. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The client asks more than it may in a time, or its address failed to authenticate too often. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The bearer token is missing or not valid. The body of the request was not read. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/scim+json": components["schemas"]["Error"];
            };
        };
        /** @description The database is away, or the server has as much to do as it can; nothing of the request was done unless the database went away while it was written. Try again after Retry-After. */
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
        /** @description A line of JSON for each resource, with its `id` and its attributes. Where reading fails, the connection ends before the body does. */
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
        /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
        attributes: string[];
        /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
        count: number;
        /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
        cursor: string;
        /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
        excludedAttributes: string[];
        /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
        filter: string;
        /** @description The `id` of the resource. */
        id: string;
        /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
        sortBy: string;
        /** @description `ascending`, which is the default, or `descending`. */
        sortOrder: string;
        /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
        startIndex: number;
        /** @description The `id` of the tenant once more. */
        confirm: string;
        /** @description For how many seconds nothing is stopped, whatever comes; 0 where it is not given. */
        for: number;
        /** @description How many seconds the old one works on; a week where it is not given, and 0 ends it now. */
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
        /** @description Whole seconds after which to try again. */
        RetryAfter: number;
        /** @description The authentication that is asked for (RFC 6750 section 3). */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listTokens: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description It is gone. */
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
                /** @description How many seconds the old one works on; a week where it is not given, and 0 ends it now. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description It is gone. */
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
                /** @description How many seconds the old one works on; a week where it is not given, and 0 ends it now. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description It is gone. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SigningKey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSigningKey: {
        parameters: {
            query?: {
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description It is gone. */
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
                /** @description How many seconds the old one works on; a week where it is not given, and 0 ends it now. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
            /** @description What was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            header?: never;
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
    deleteTenant: {
        parameters: {
            query: {
                /** @description The `id` of the tenant once more. */
                confirm: components["parameters"]["confirm"];
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
            /** @description It is gone. */
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
    suspendTenant: {
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
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeTenant: {
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
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
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
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseTenant: {
        parameters: {
            query?: {
                /** @description For how many seconds nothing is stopped, whatever comes; 0 where it is not given. */
                for?: components["parameters"]["for"];
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
    listAdminEvents: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; empty where nothing matches. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description The page; empty where nothing matches. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description The page; empty where nothing matches. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
                filter?: components["parameters"]["filter"];
                /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
                sortBy?: components["parameters"]["sortBy"];
                /** @description `ascending`, which is the default, or `descending`. */
                sortOrder?: components["parameters"]["sortOrder"];
                /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
                startIndex?: components["parameters"]["startIndex"];
                /** @description The most results that the page may hold. A value below 0 is read as 0, which asks for `totalResults` alone (RFC 7644 section 3.4.2.4). */
                count?: components["parameters"]["count"];
                /** @description Pages by cursor instead of by index (RFC 9865): empty for the first page, then the `nextCursor` or `previousCursor` of the page before. All other parameters must stay as they were. */
                cursor?: components["parameters"]["cursor"];
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description The page; empty where nothing matches. */
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
