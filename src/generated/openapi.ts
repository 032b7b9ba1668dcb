// Generated from openapi/ by `npm run spec`. Do not edit.
export interface paths {
    "/Users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description Returns a page of the resources that match `filter`, oldest first or in the order of `sortBy` (RFC 7644 section 3.4.2). `totalResults` counts all matches; a page holds at most `count` of them, and may hold fewer. To read them all, start with an empty `cursor` and follow `nextCursor`: nothing is missed or read twice while others write. By index, continue at `startIndex` + `itemsPerPage`. To look up one resource, filter by a unique attribute; if nothing matches, the answer is an empty page, not 404.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create User
         * @description Adds a resource; the server assigns `id` and `meta` (RFC 7644 section 3.3). Keep the `id`: every later request needs it. Read-only attributes are ignored. If a unique value is taken, the answer is 409: find the existing resource with a filter and change it instead.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users/.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Users
         * @description Lists resources, like a GET but with the query in the body (RFC 7644 section 3.4.3): for a filter that is too long for a URL, or that should not appear in the logs of proxies.
         */
        post: operations["searchUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Users/{id}": {
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
         * Read User
         * @description Returns the resource with this `id` (RFC 7644 section 3.4.1). `ETag` is its version: send it as `If-None-Match` to read it again only if it has changed, or as `If-Match` to change it only if it hasn't.
         */
        get: operations["getUser"];
        /**
         * Replace User
         * @description Replaces all writable attributes with those in the body (RFC 7644 section 3.5.1): an attribute that is left out is removed, or gets its default. Read-only attributes are ignored. To change only some attributes, use PATCH.
         */
        put: operations["replaceUser"];
        post?: never;
        /**
         * Delete User
         * @description Removes the resource and every reference to it (RFC 7644 section 3.6). This cannot be undone: to end a user's access and keep the record, patch `active` to false.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Patch User
         * @description Adds, replaces and removes values of attributes, all or nothing (RFC 7644 section 3.5.2). `path` names an attribute (`active`), a sub-attribute (`name.familyName`), or values that a filter selects (`emails[type eq "work"].value`); without it, `value` is an object of attributes. `add` appends to a list, `replace` replaces it. If nothing changes, the version stays the same.
         */
        patch: operations["patchUser"];
        trace?: never;
    };
    "/Groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Groups
         * @description Returns a page of the resources that match `filter`, oldest first or in the order of `sortBy` (RFC 7644 section 3.4.2). `totalResults` counts all matches; a page holds at most `count` of them, and may hold fewer. To read them all, start with an empty `cursor` and follow `nextCursor`: nothing is missed or read twice while others write. By index, continue at `startIndex` + `itemsPerPage`. To look up one resource, filter by a unique attribute; if nothing matches, the answer is an empty page, not 404.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create Group
         * @description Adds a resource; the server assigns `id` and `meta` (RFC 7644 section 3.3). Keep the `id`: every later request needs it. Read-only attributes are ignored. If a unique value is taken, the answer is 409: find the existing resource with a filter and change it instead.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Groups/.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search Groups
         * @description Lists resources, like a GET but with the query in the body (RFC 7644 section 3.4.3): for a filter that is too long for a URL, or that should not appear in the logs of proxies.
         */
        post: operations["searchGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Groups/{id}": {
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
         * Read Group
         * @description Returns the resource with this `id` (RFC 7644 section 3.4.1). `ETag` is its version: send it as `If-None-Match` to read it again only if it has changed, or as `If-Match` to change it only if it hasn't.
         */
        get: operations["getGroup"];
        /**
         * Replace Group
         * @description Replaces all writable attributes with those in the body (RFC 7644 section 3.5.1): an attribute that is left out is removed, or gets its default. Read-only attributes are ignored. To change only some attributes, use PATCH.
         */
        put: operations["replaceGroup"];
        post?: never;
        /**
         * Delete Group
         * @description Removes the resource and every reference to it (RFC 7644 section 3.6). This cannot be undone: to end a user's access and keep the record, patch `active` to false.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Patch Group
         * @description Adds, replaces and removes values of attributes, all or nothing (RFC 7644 section 3.5.2). `path` names an attribute (`active`), a sub-attribute (`name.familyName`), or values that a filter selects (`emails[type eq "work"].value`); without it, `value` is an object of attributes. `add` appends to a list, `replace` replaces it. If nothing changes, the version stays the same.
         */
        patch: operations["patchGroup"];
        trace?: never;
    };
    "/Me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the resource of the token
         * @description Returns the resource that the token is bound to (RFC 7644 section 3.11). Every answer of `/Me`, including errors, has its permanent URL in `Location`. A token that is bound to no resource is answered 403.
         */
        get: operations["getMe"];
        /**
         * Replace the resource of the token
         * @description Replaces all writable attributes of the resource that the token is bound to with those in the body (RFC 7644 section 3.5.1).
         */
        put: operations["replaceMe"];
        /**
         * Create the resource of the token
         * @description Creates the resource that the token is bound to, with the id that the token names. If it already exists, the answer is 409.
         */
        post: operations["createMe"];
        /**
         * Delete the resource of the token
         * @description Removes the resource that the token is bound to, and every reference to it (RFC 7644 section 3.6). The token stays valid, and can create the resource again.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Patch the resource of the token
         * @description Adds, replaces and removes values of attributes of the resource that the token is bound to, all or nothing (RFC 7644 section 3.5.2).
         */
        patch: operations["patchMe"];
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List resources of all types
         * @description Returns a page of the resources of all types that match `filter` (RFC 7644 section 3.4.2.1). An attribute that a type lacks has no value, so it matches no comparison. `meta.resourceType` tells the types apart. Filter on `meta.lastModified` to find what has changed since a point in time.
         */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search resources of all types
         * @description Lists resources of all types, like a GET of the base URL but with the query in the body (RFC 7644 section 3.4.3).
         */
        post: operations["searchResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Perform many operations
         * @description Performs operations on resources, each as if it were a request of its own, and reports the outcome of each. They are performed in order, except that a resource referenced by `bulkId:` is created first; resources that reference each other in a circle are created together. The answer is 200 even if operations failed: check the `status` of each. Completed operations are not rolled back; `failOnErrors` says after how many errors to stop.
         */
        post: operations["processBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ServiceProviderConfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the service provider configuration
         * @description Returns the SCIM features that the service provider supports, its limits, and how clients authenticate (RFC 7643 section 5). Read it first: it is the only operation that needs no token.
         */
        get: operations["getServiceProviderConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ResourceTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List resource types
         * @description Returns every resource type of the service provider (RFC 7643 section 6): its endpoint, its schema, and its extensions. A client that starts here needs no other path in advance.
         */
        get: operations["listResourceTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ResourceTypes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a resource type
         * @description Returns the resource type with this name.
         */
        get: operations["getResourceType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schemas
         * @description Returns every schema that the resource types use, with the characteristics of its attributes (RFC 7643 section 7): mutability, when it is returned, uniqueness, case sensitivity. All of them are on one page.
         */
        get: operations["listSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/Schemas/{urn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a schema
         * @description Returns the schema with this URN.
         */
        get: operations["getSchema"];
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
        /** @description Metadata that the service provider keeps about the resource. */
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
            /** @description The version of the resource, equal to the entity-tag (ETag) of its representation. */
            version?: string;
        };
        /** @description The components of the user's real name. Providers MAY return just the full name as a single string in the formatted sub-attribute, or they MAY return just the individual component attributes using the other sub-attributes, or they MAY return both. If both variants are returned, they SHOULD be describing the same name, with the formatted name indicating how the component attributes should be combined. */
        UserName: {
            /** @description The full name, including all middle names, titles, and suffixes as appropriate, formatted for display (e.g., 'Ms. Barbara J Jensen, III'). */
            formatted?: string;
            /** @description The family name of the User, or last name in most Western languages (e.g., 'Jensen' given the full name 'Ms. Barbara J Jensen, III'). */
            familyName?: string;
            /** @description The given name of the User, or first name in most Western languages (e.g., 'Barbara' given the full name 'Ms. Barbara J Jensen, III'). */
            givenName?: string;
            /** @description The middle name(s) of the User (e.g., 'Jane' given the full name 'Ms. Barbara J Jensen, III'). */
            middleName?: string;
            /** @description The honorific prefix(es) of the User, or title in most Western languages (e.g., 'Ms.' given the full name 'Ms. Barbara J Jensen, III'). */
            honorificPrefix?: string;
            /** @description The honorific suffix(es) of the User, or suffix in most Western languages (e.g., 'III' given the full name 'Ms. Barbara J Jensen, III'). */
            honorificSuffix?: string;
        };
        /** @description One of `emails`. Email addresses for the user. The value SHOULD be canonicalized by the service provider, e.g., 'bjensen@example.com' instead of 'bjensen@EXAMPLE.COM'. Canonical type values of 'work', 'home', and 'other'. */
        UserEmail: {
            /** @description Email addresses for the user. The value SHOULD be canonicalized by the service provider, e.g., 'bjensen@example.com' instead of 'bjensen@EXAMPLE.COM'. Canonical type values of 'work', 'home', and 'other'. */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function, e.g., 'work' or 'home'. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute, e.g., the preferred mailing address or primary email address. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `phoneNumbers`. Phone numbers for the User. The value SHOULD be canonicalized by the service provider according to the format specified in RFC 3966, e.g., 'tel:+1-201-555-0123'. Canonical type values of 'work', 'home', 'mobile', 'fax', 'pager', and 'other'. */
        UserPhoneNumber: {
            /** @description Phone number of the User. */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function, e.g., 'work', 'home', 'mobile'. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute, e.g., the preferred phone number or primary phone number. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `ims`. Instant messaging addresses for the User. */
        UserIm: {
            /** @description Instant messaging address for the User. */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function, e.g., 'aim', 'gtalk', 'xmpp'. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute, e.g., the preferred messenger or primary messenger. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `photos`. URLs of photos of the User. */
        UserPhoto: {
            /**
             * Format: uri-reference
             * @description URL of a photo of the User.
             */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function, i.e., 'photo' or 'thumbnail'. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute, e.g., the preferred photo or thumbnail. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `addresses`. A physical mailing address for this User. Canonical type values of 'work', 'home', and 'other'. This attribute is a complex type with the following sub-attributes. */
        UserAddress: {
            /** @description The full mailing address, formatted for display or use with a mailing label. This attribute MAY contain newlines. */
            formatted?: string;
            /** @description The full street address component, which may include house number, street name, P.O. box, and multi-line extended street address information. This attribute MAY contain newlines. */
            streetAddress?: string;
            /** @description The city or locality component. */
            locality?: string;
            /** @description The state or region component. */
            region?: string;
            /** @description The zip code or postal code component. */
            postalCode?: string;
            /** @description The country name component. */
            country?: string;
            /** @description A label indicating the attribute's function, e.g., 'work' or 'home'. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `groups`. A list of groups to which the user belongs, either through direct membership, through nested groups, or dynamically calculated. */
        UserGroup: {
            /** @description The identifier of the User's group. */
            value?: string;
            /**
             * Format: uri-reference
             * @description The URI of the corresponding 'Group' resource to which the user belongs.
             */
            $ref?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function, e.g., 'direct' or 'indirect'. */
            type?: string;
        };
        /** @description One of `entitlements`. A list of entitlements for the User that represent a thing the User has. */
        UserEntitlement: {
            /** @description The value of an entitlement. */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `roles`. A list of roles for the User that collectively represent who the User is, e.g., 'Student', 'Faculty'. */
        UserRole: {
            /** @description The value of a role. */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description One of `x509Certificates`. A list of certificates issued to the User. */
        UserX509Certificate: {
            /**
             * Format: byte
             * @description The value of an X.509 certificate.
             */
            value?: string;
            /** @description A human-readable name, primarily used for display purposes. READ-ONLY. */
            display?: string;
            /** @description A label indicating the attribute's function. */
            type?: string;
            /** @description A Boolean value indicating the 'primary' or preferred attribute value for this attribute. The primary attribute value 'true' MUST appear no more than once. */
            primary?: boolean;
        };
        /** @description User Account */
        User: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas: string[];
            /** @description A unique identifier for the resource, issued by the service provider, that never changes. */
            id: string;
            /** @description An identifier of the resource as defined by the provisioning client. */
            externalId?: string;
            meta?: components["schemas"]["Meta"];
            /** @description Unique identifier for the User, typically used by the user to directly authenticate to the service provider. Each User MUST include a non-empty userName value. This identifier MUST be unique across the service provider's entire set of Users. REQUIRED. */
            userName?: string;
            name?: components["schemas"]["UserName"];
            /** @description The name of the User, suitable for display to end-users. The name SHOULD be the full name of the User being described, if known. */
            displayName?: string;
            /** @description The casual way to address the user in real life, e.g., 'Bob' or 'Bobby' instead of 'Robert'. This attribute SHOULD NOT be used to represent a User's username (e.g., 'bjensen' or 'mpepperidge'). */
            nickName?: string;
            /**
             * Format: uri-reference
             * @description A fully qualified URL pointing to a page representing the User's online profile.
             */
            profileUrl?: string;
            /** @description The user's title, such as "Vice President." */
            title?: string;
            /** @description Used to identify the relationship between the organization and the user. Typical values used might be 'Contractor', 'Employee', 'Intern', 'Temp', 'External', and 'Unknown', but any value may be used. */
            userType?: string;
            /** @description Indicates the User's preferred written or spoken language. Generally used for selecting a localized user interface; e.g., 'en_US' specifies the language English and country US. */
            preferredLanguage?: string;
            /** @description Used to indicate the User's default location for purposes of localizing items such as currency, date time format, or numerical representations. */
            locale?: string;
            /** @description The User's time zone in the 'Olson' time zone database format, e.g., 'America/Los_Angeles'. */
            timezone?: string;
            /** @description A Boolean value indicating the User's administrative status. */
            active?: boolean;
            /** @description Email addresses for the user. The value SHOULD be canonicalized by the service provider, e.g., 'bjensen@example.com' instead of 'bjensen@EXAMPLE.COM'. Canonical type values of 'work', 'home', and 'other'. */
            emails?: components["schemas"]["UserEmail"][];
            /** @description Phone numbers for the User. The value SHOULD be canonicalized by the service provider according to the format specified in RFC 3966, e.g., 'tel:+1-201-555-0123'. Canonical type values of 'work', 'home', 'mobile', 'fax', 'pager', and 'other'. */
            phoneNumbers?: components["schemas"]["UserPhoneNumber"][];
            /** @description Instant messaging addresses for the User. */
            ims?: components["schemas"]["UserIm"][];
            /** @description URLs of photos of the User. */
            photos?: components["schemas"]["UserPhoto"][];
            /** @description A physical mailing address for this User. Canonical type values of 'work', 'home', and 'other'. This attribute is a complex type with the following sub-attributes. */
            addresses?: components["schemas"]["UserAddress"][];
            /** @description A list of groups to which the user belongs, either through direct membership, through nested groups, or dynamically calculated. */
            groups?: components["schemas"]["UserGroup"][];
            /** @description A list of entitlements for the User that represent a thing the User has. */
            entitlements?: components["schemas"]["UserEntitlement"][];
            /** @description A list of roles for the User that collectively represent who the User is, e.g., 'Student', 'Faculty'. */
            roles?: components["schemas"]["UserRole"][];
            /** @description A list of certificates issued to the User. */
            x509Certificates?: components["schemas"]["UserX509Certificate"][];
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: components["schemas"]["EnterpriseUser"];
        };
        /** @description User Account */
        UserWrite: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas: string[];
            /** @description An identifier of the resource as defined by the provisioning client. */
            externalId?: string;
            /** @description Unique identifier for the User, typically used by the user to directly authenticate to the service provider. Each User MUST include a non-empty userName value. This identifier MUST be unique across the service provider's entire set of Users. REQUIRED. */
            userName: string;
            name?: components["schemas"]["UserName"];
            /** @description The name of the User, suitable for display to end-users. The name SHOULD be the full name of the User being described, if known. */
            displayName?: string;
            /** @description The casual way to address the user in real life, e.g., 'Bob' or 'Bobby' instead of 'Robert'. This attribute SHOULD NOT be used to represent a User's username (e.g., 'bjensen' or 'mpepperidge'). */
            nickName?: string;
            /**
             * Format: uri-reference
             * @description A fully qualified URL pointing to a page representing the User's online profile.
             */
            profileUrl?: string;
            /** @description The user's title, such as "Vice President." */
            title?: string;
            /** @description Used to identify the relationship between the organization and the user. Typical values used might be 'Contractor', 'Employee', 'Intern', 'Temp', 'External', and 'Unknown', but any value may be used. */
            userType?: string;
            /** @description Indicates the User's preferred written or spoken language. Generally used for selecting a localized user interface; e.g., 'en_US' specifies the language English and country US. */
            preferredLanguage?: string;
            /** @description Used to indicate the User's default location for purposes of localizing items such as currency, date time format, or numerical representations. */
            locale?: string;
            /** @description The User's time zone in the 'Olson' time zone database format, e.g., 'America/Los_Angeles'. */
            timezone?: string;
            /**
             * @description A Boolean value indicating the User's administrative status.
             * @default true
             */
            active?: boolean;
            /** @description The User's cleartext password. This attribute is intended to be used as a means to specify an initial password when creating a new User or to reset an existing User's password. */
            password?: string;
            /** @description Email addresses for the user. The value SHOULD be canonicalized by the service provider, e.g., 'bjensen@example.com' instead of 'bjensen@EXAMPLE.COM'. Canonical type values of 'work', 'home', and 'other'. */
            emails?: components["schemas"]["UserEmail"][];
            /** @description Phone numbers for the User. The value SHOULD be canonicalized by the service provider according to the format specified in RFC 3966, e.g., 'tel:+1-201-555-0123'. Canonical type values of 'work', 'home', 'mobile', 'fax', 'pager', and 'other'. */
            phoneNumbers?: components["schemas"]["UserPhoneNumber"][];
            /** @description Instant messaging addresses for the User. */
            ims?: components["schemas"]["UserIm"][];
            /** @description URLs of photos of the User. */
            photos?: components["schemas"]["UserPhoto"][];
            /** @description A physical mailing address for this User. Canonical type values of 'work', 'home', and 'other'. This attribute is a complex type with the following sub-attributes. */
            addresses?: components["schemas"]["UserAddress"][];
            /** @description A list of entitlements for the User that represent a thing the User has. */
            entitlements?: components["schemas"]["UserEntitlement"][];
            /** @description A list of roles for the User that collectively represent who the User is, e.g., 'Student', 'Faculty'. */
            roles?: components["schemas"]["UserRole"][];
            /** @description A list of certificates issued to the User. */
            x509Certificates?: components["schemas"]["UserX509Certificate"][];
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"?: components["schemas"]["EnterpriseUserWrite"];
        };
        /** @description A page of the resources that match a query. */
        UserList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["User"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description One of `members`. A list of members of the Group. */
        GroupMember: {
            /** @description Identifier of the member of this Group. */
            value?: string;
            /**
             * Format: uri-reference
             * @description The URI corresponding to a SCIM resource that is a member of this Group.
             */
            $ref?: string;
            /** @description A label indicating the type of resource, e.g., 'User' or 'Group'. */
            type?: string;
            /** @description A human-readable name of the member, found by the service provider. */
            display?: string;
        };
        /** @description Group */
        Group: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas: string[];
            /** @description A unique identifier for the resource, issued by the service provider, that never changes. */
            id: string;
            /** @description An identifier of the resource as defined by the provisioning client. */
            externalId?: string;
            meta?: components["schemas"]["Meta"];
            /** @description A human-readable name for the Group. REQUIRED. */
            displayName?: string;
            /** @description A list of members of the Group. */
            members?: components["schemas"]["GroupMember"][];
        };
        /** @description One of `members`. A list of members of the Group. */
        GroupMemberWrite: {
            /** @description Identifier of the member of this Group. */
            value?: string;
            /**
             * Format: uri-reference
             * @description The URI corresponding to a SCIM resource that is a member of this Group.
             */
            $ref?: string;
            /** @description A label indicating the type of resource, e.g., 'User' or 'Group'. */
            type?: string;
        };
        /** @description Group */
        GroupWrite: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas: string[];
            /** @description An identifier of the resource as defined by the provisioning client. */
            externalId?: string;
            /** @description A human-readable name for the Group. REQUIRED. */
            displayName: string;
            /** @description A list of members of the Group. */
            members?: components["schemas"]["GroupMemberWrite"][];
        };
        /** @description A page of the resources that match a query. */
        GroupList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Group"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description The User's manager. A complex type that optionally allows service providers to represent organizational hierarchy by referencing the 'id' attribute of another User. */
        EnterpriseUserManager: {
            /** @description The id of the SCIM resource representing the User's manager. REQUIRED. */
            value?: string;
            /**
             * Format: uri-reference
             * @description The URI of the SCIM resource representing the User's manager. REQUIRED.
             */
            $ref?: string;
            /** @description The displayName of the User's manager. OPTIONAL and READ-ONLY. */
            displayName?: string;
        };
        /** @description Enterprise User */
        EnterpriseUser: {
            /** @description Numeric or alphanumeric identifier assigned to a person, typically based on order of hire or association with an organization. */
            employeeNumber?: string;
            /** @description Identifies the name of a cost center. */
            costCenter?: string;
            /** @description Identifies the name of an organization. */
            organization?: string;
            /** @description Identifies the name of a division. */
            division?: string;
            /** @description Identifies the name of a department. */
            department?: string;
            manager?: components["schemas"]["EnterpriseUserManager"];
        };
        /** @description The User's manager. A complex type that optionally allows service providers to represent organizational hierarchy by referencing the 'id' attribute of another User. */
        EnterpriseUserManagerWrite: {
            /** @description The id of the SCIM resource representing the User's manager. REQUIRED. */
            value?: string;
            /**
             * Format: uri-reference
             * @description The URI of the SCIM resource representing the User's manager. REQUIRED.
             */
            $ref?: string;
        };
        /** @description Enterprise User */
        EnterpriseUserWrite: {
            /** @description Numeric or alphanumeric identifier assigned to a person, typically based on order of hire or association with an organization. */
            employeeNumber?: string;
            /** @description Identifies the name of a cost center. */
            costCenter?: string;
            /** @description Identifies the name of an organization. */
            organization?: string;
            /** @description Identifies the name of a division. */
            division?: string;
            /** @description Identifies the name of a department. */
            department?: string;
            manager?: components["schemas"]["EnterpriseUserManagerWrite"];
        };
        /** @description One of `schemaExtensions`. A list of URIs of the resource type's schema extensions. */
        ResourceTypeSchemaExtension: {
            /**
             * Format: uri-reference
             * @description The URI of a schema extension.
             */
            schema: string;
            /** @description A Boolean value that specifies whether or not the schema extension is required for the resource type. If true, a resource of this type MUST include this schema extension and also include any attributes declared as required in this schema extension. If false, a resource of this type MAY omit this schema extension. */
            required: boolean;
        };
        /** @description Specifies the schema that describes a SCIM resource type */
        ResourceType: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas?: string[];
            /** @description The resource type's server unique id. May be the same as the 'name' attribute. */
            id?: string;
            meta?: components["schemas"]["Meta"];
            /** @description The resource type name. When applicable, service providers MUST specify the name, e.g., 'User'. */
            name: string;
            /** @description The resource type's human-readable description. When applicable, service providers MUST specify the description. */
            description?: string;
            /**
             * Format: uri-reference
             * @description The resource type's HTTP-addressable endpoint relative to the Base URL, e.g., '/Users'.
             */
            endpoint: string;
            /**
             * Format: uri-reference
             * @description The resource type's primary/base schema URI.
             */
            schema: string;
            /** @description A list of URIs of the resource type's schema extensions. */
            schemaExtensions: components["schemas"]["ResourceTypeSchemaExtension"][];
        };
        /** @description A page of the resources that match a query. */
        ResourceTypeList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["ResourceType"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description One of `subAttributes`. Used to define the sub-attributes of a complex attribute. */
        SchemaDefinitionAttributeSubAttribute: {
            /** @description The attribute's name. */
            name: string;
            /** @description The attribute's data type. Valid values include 'string', 'complex', 'boolean', 'decimal', 'integer', 'dateTime', 'reference'. */
            type: string;
            /** @description A Boolean value indicating an attribute's plurality. */
            multiValued: boolean;
            /** @description A human-readable description of the attribute. */
            description?: string;
            /** @description A boolean value indicating whether or not the attribute is required. */
            required?: boolean;
            /** @description A collection of canonical values. When applicable, service providers MUST specify the canonical types, e.g., 'work', 'home'. */
            canonicalValues?: string[];
            /** @description A Boolean value indicating whether or not a string attribute is case sensitive. */
            caseExact?: boolean;
            /** @description Indicates whether or not an attribute is modifiable. */
            mutability?: string;
            /** @description Indicates when an attribute is returned in a response (e.g., to a query). */
            returned?: string;
            /** @description Indicates how unique a value must be. */
            uniqueness?: string;
            /** @description Used only with an attribute of type 'reference'. Specifies a SCIM resourceType that a reference attribute MAY refer to, e.g., 'User'. */
            referenceTypes?: string[];
        };
        /** @description One of `attributes`. A complex attribute that includes the attributes of a schema. */
        SchemaDefinitionAttribute: {
            /** @description The attribute's name. */
            name: string;
            /** @description The attribute's data type. Valid values include 'string', 'complex', 'boolean', 'decimal', 'integer', 'dateTime', 'reference'. */
            type: string;
            /** @description A Boolean value indicating an attribute's plurality. */
            multiValued: boolean;
            /** @description A human-readable description of the attribute. */
            description?: string;
            /** @description A boolean value indicating whether or not the attribute is required. */
            required?: boolean;
            /** @description A collection of canonical values. When applicable, service providers MUST specify the canonical types, e.g., 'work', 'home'. */
            canonicalValues?: string[];
            /** @description A Boolean value indicating whether or not a string attribute is case sensitive. */
            caseExact?: boolean;
            /** @description Indicates whether or not an attribute is modifiable. */
            mutability?: string;
            /** @description Indicates when an attribute is returned in a response (e.g., to a query). */
            returned?: string;
            /** @description Indicates how unique a value must be. */
            uniqueness?: string;
            /** @description Used only with an attribute of type 'reference'. Specifies a SCIM resourceType that a reference attribute MAY refer to, e.g., 'User'. */
            referenceTypes?: string[];
            /** @description Used to define the sub-attributes of a complex attribute. */
            subAttributes?: components["schemas"]["SchemaDefinitionAttributeSubAttribute"][];
        };
        /** @description Specifies the schema that describes a SCIM schema */
        SchemaDefinition: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas?: string[];
            /** @description The unique URI of the schema. When applicable, service providers MUST specify the URI. */
            id: string;
            meta?: components["schemas"]["Meta"];
            /** @description The schema's human-readable name. When applicable, service providers MUST specify the name, e.g., 'User'. */
            name: string;
            /** @description The schema's human-readable name. When applicable, service providers MUST specify the name, e.g., 'User'. */
            description?: string;
            /** @description A complex attribute that includes the attributes of a schema. */
            attributes: components["schemas"]["SchemaDefinitionAttribute"][];
        };
        /** @description A page of the resources that match a query. */
        SchemaDefinitionList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["SchemaDefinition"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description A complex type that specifies PATCH configuration options. */
        ServiceProviderConfigPatch: {
            /** @description A Boolean value specifying whether or not the operation is supported. */
            supported: boolean;
        };
        /** @description A complex type that specifies bulk configuration options. */
        ServiceProviderConfigBulk: {
            /** @description A Boolean value specifying whether or not the operation is supported. */
            supported: boolean;
            /** @description An integer value specifying the maximum number of operations. */
            maxOperations: number;
            /** @description An integer value specifying the maximum payload size in bytes. */
            maxPayloadSize: number;
        };
        /** @description A complex type that specifies FILTER options. */
        ServiceProviderConfigFilter: {
            /** @description A Boolean value specifying whether or not the operation is supported. */
            supported: boolean;
            /** @description An integer value specifying the maximum number of resources returned in a response. */
            maxResults: number;
        };
        /** @description A complex type that specifies configuration options related to changing a password. */
        ServiceProviderConfigChangePassword: {
            /** @description A Boolean value specifying whether or not the operation is supported. */
            supported: boolean;
        };
        /** @description A complex type that specifies sort result options. */
        ServiceProviderConfigSort: {
            /** @description A Boolean value specifying whether or not the operation is supported. */
            supported: boolean;
        };
        /** @description A complex type that specifies ETag configuration options. */
        ServiceProviderConfigEtag: {
            /** @description A Boolean value specifying whether or not the operation is supported. */
            supported: boolean;
        };
        /** @description A complex type that specifies pagination configuration options (RFC 9865 section 4). */
        ServiceProviderConfigPagination: {
            /** @description A Boolean value specifying support of cursor-based pagination. */
            cursor: boolean;
            /** @description A Boolean value specifying support of index-based pagination. */
            index: boolean;
            /** @description The type of pagination that the service provider defaults to, "cursor" or "index". */
            defaultPaginationMethod?: string;
            /** @description The default number of results returned in a page when a count is not specified in the query. */
            defaultPageSize?: number;
            /** @description The maximum number of results returned in a page regardless of what is specified for the count. */
            maxPageSize?: number;
            /** @description The minimum number of seconds that a cursor is valid between page requests. */
            cursorTimeout?: number;
        };
        /** @description One of `authenticationSchemes`. A complex type that specifies supported authentication scheme properties. */
        ServiceProviderConfigAuthenticationScheme: {
            /** @description The authentication scheme. */
            type: string;
            /** @description The common authentication scheme name, e.g., HTTP Basic. */
            name: string;
            /** @description A description of the authentication scheme. */
            description: string;
            /**
             * Format: uri-reference
             * @description An HTTP-addressable URL pointing to the authentication scheme's specification.
             */
            specUri?: string;
            /**
             * Format: uri-reference
             * @description An HTTP-addressable URL pointing to the authentication scheme's usage documentation.
             */
            documentationUri?: string;
            /** @description A Boolean value indicating the preferred authentication scheme. */
            primary?: boolean;
        };
        /** @description Schema for representing the service provider's configuration */
        ServiceProviderConfig: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas?: string[];
            /** @description A unique identifier for the resource, issued by the service provider, that never changes. */
            id?: string;
            meta?: components["schemas"]["Meta"];
            /**
             * Format: uri-reference
             * @description An HTTP-addressable URL pointing to the service provider's human-consumable help documentation.
             */
            documentationUri?: string;
            patch: components["schemas"]["ServiceProviderConfigPatch"];
            bulk: components["schemas"]["ServiceProviderConfigBulk"];
            filter: components["schemas"]["ServiceProviderConfigFilter"];
            changePassword: components["schemas"]["ServiceProviderConfigChangePassword"];
            sort: components["schemas"]["ServiceProviderConfigSort"];
            etag: components["schemas"]["ServiceProviderConfigEtag"];
            pagination: components["schemas"]["ServiceProviderConfigPagination"];
            /** @description A complex type that specifies supported authentication scheme properties. */
            authenticationSchemes: components["schemas"]["ServiceProviderConfigAuthenticationScheme"][];
        };
        /** @description A resource of any type. */
        Resource: {
            /** @description The URIs of the schemas that the resource uses: its base schema and those of its extensions that are present. */
            schemas: string[];
            /** @description A unique identifier for the resource, issued by the service provider, that never changes. */
            id: string;
            /** @description An identifier of the resource as defined by the provisioning client. */
            externalId?: string;
            meta?: components["schemas"]["Meta"];
        } & {
            [key: string]: unknown;
        };
        /** @description A page of the resources that match a query. */
        ResourceList: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:ListResponse` */
            schemas: string[];
            /** @description The number of resources that match the query, across all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result on this page; absent if the page was requested by cursor. */
            startIndex?: number;
            /** @description The number of resources on this page. */
            itemsPerPage: number;
            /** @description The resources on this page. */
            Resources: components["schemas"]["Resource"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the previous page; absent on the first one. */
            previousCursor?: string;
        };
        /** @description One operation of a bulk request. */
        BulkRequestOperation: {
            /** @description `POST`, `PUT`, `PATCH` or `DELETE`. */
            method: string;
            /** @description The client's name for the resource that a POST creates; required for POST. Other operations refer to it by `bulkId:` and this name in place of an id. */
            bulkId?: string;
            /** @description The version that a PUT, PATCH or DELETE expects the resource to have, like If-Match. */
            version?: string;
            /** @description The endpoint of the resource type for a POST, the path of the resource otherwise, e.g. `/Users/2819c223`. */
            path: string;
            /** @description The body of the operation, a resource or a PatchOp; absent for a DELETE. */
            data?: unknown;
        };
        /** @description Operations on resources, as if each were a request of its own. */
        BulkRequest: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:BulkRequest` */
            schemas: string[];
            /** @description Stop after this many errors and skip the operations that remain. Without it, all are attempted. */
            failOnErrors?: number;
            /** @description The operations. One may refer to a resource that another creates, earlier or later in the list. */
            Operations: components["schemas"]["BulkRequestOperation"][];
        };
        /** @description The outcome of one operation of a bulk request. */
        BulkResponseOperation: {
            /** @description The method of the operation. */
            method: string;
            /** @description The bulkId of the operation. */
            bulkId?: string;
            /** @description The current version of the resource. */
            version?: string;
            /**
             * Format: uri
             * @description The URL of the resource; absent if a POST failed.
             */
            location?: string;
            /** @description The HTTP status code of the operation. */
            status: string;
            response?: components["schemas"]["Error"];
        };
        /** @description The outcome of the operations of a bulk request. */
        BulkResponse: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:BulkResponse` */
            schemas: string[];
            /** @description One entry for each operation that was attempted, in the order of the request. */
            Operations: components["schemas"]["BulkResponseOperation"][];
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
        /** @description One change of a PATCH request. */
        PatchOpOperation: {
            /** @description `add`, `replace` or `remove`, in any letter case. */
            op: string;
            /** @description What to change: an attribute, a sub-attribute, or the values that a filter selects, e.g. `emails[type eq "work"].value`. Without it, `value` is an object of attributes. */
            path?: string | null;
            /** @description The value to add, or to replace the current one with. */
            value?: unknown;
        };
        /** @description Changes to a resource, applied in order, all or none. */
        PatchOp: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:PatchOp` */
            schemas?: string[];
            /** @description The changes. */
            Operations: components["schemas"]["PatchOpOperation"][];
        };
        /** @description A query for resources. */
        SearchRequest: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:SearchRequest` */
            schemas: string[];
            /** @description The attributes to return instead of the default ones. */
            attributes?: string[];
            /** @description The attributes to leave out of the default ones. */
            excludedAttributes?: string[];
            /** @description An expression that the resources must match. */
            filter?: string;
            /** @description The attribute to sort by. */
            sortBy?: string;
            /** @description `ascending` (the default) or `descending`. */
            sortOrder?: string;
            /** @description The 1-based index of the first result on the page. */
            startIndex?: number;
            /** @description The maximum number of results on the page. The default is `pagination.defaultPageSize` of `/ServiceProviderConfig`; above `pagination.maxPageSize`, a page by index holds that many, and a query by cursor is answered 400 `invalidCount`. */
            count?: number;
            /** @description Pages by cursor, empty for the first page. */
            cursor?: string;
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
        /** @description The resource still has the version in `If-None-Match`: the copy read before is current. There is no body. */
        NotModified: {
            headers: {
                Location: components["headers"]["Location"];
                "Content-Location": components["headers"]["ContentLocation"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
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
        /** @description Return the resource only if its version is different (RFC 7644 section 3.14); otherwise the answer is 304. */
        ifNoneMatch: string;
        /** @description The name of the resource type, e.g. `User`. */
        name: string;
        /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). A multi-valued attribute is sorted by its primary value, or its first. Resources without a value come last; in descending order, first. */
        sortBy: string;
        /** @description `ascending` (the default) or `descending`. */
        sortOrder: string;
        /** @description The 1-based index of the first result on the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
        startIndex: number;
        /** @description The URN of the schema, e.g. `urn:ietf:params:scim:schemas:core:2.0:User`. */
        urn: string;
    };
    requestBodies: never;
    headers: {
        /** @description The URI of the resource that the body represents, equal to its `meta.location` (RFC 7643 section 3.1). */
        ContentLocation: string;
        /** @description The version of the resource, a weak entity-tag equal to its `meta.version` (RFC 7644 section 3.14). */
        ETag: string;
        /** @description The URI of the resource, equal to its `meta.location`. */
        Location: string;
        /** @description The number of seconds after which to try again. */
        RetryAfter: number;
        /** @description The authentication scheme that is required (RFC 6750 section 3). */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listUsers: {
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
                    "application/scim+json": components["schemas"]["UserList"];
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
    createUser: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["UserWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Return the resource only if its version is different (RFC 7644 section 3.14); otherwise the answer is 304. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
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
    replaceUser: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
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
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["UserWrite"];
            };
        };
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
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
    deleteUser: {
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
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchUser: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
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
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["PatchOp"];
            };
        };
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
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
    listGroups: {
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
                    "application/scim+json": components["schemas"]["GroupList"];
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
    createGroup: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["GroupWrite"];
            };
        };
        responses: {
            /** @description The resource as it was created. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["GroupList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGroup: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Return the resource only if its version is different (RFC 7644 section 3.14); otherwise the answer is 304. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Group"];
                };
            };
            304: components["responses"]["NotModified"];
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
    replaceGroup: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
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
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["GroupWrite"];
            };
        };
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Group"];
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
    deleteGroup: {
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
            412: components["responses"]["PreconditionFailed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchGroup: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
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
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["PatchOp"];
            };
        };
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["Group"];
                };
            };
            /** @description The resource was changed; it holds too many references to return by default. Set `attributes` to get it. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
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
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Return the resource only if its version is different (RFC 7644 section 3.14); otherwise the answer is 304. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource; its permanent URL is in `Location`. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["NotModified"];
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
    replaceMe: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["UserWrite"];
            };
        };
        responses: {
            /** @description The resource; its permanent URL is in `Location`. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
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
    createMe: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["UserWrite"];
            };
        };
        responses: {
            /** @description The resource; its permanent URL is in `Location`. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource was deleted. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
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
    patchMe: {
        parameters: {
            query?: {
                /** @description The attributes to return instead of the default ones (RFC 7644 section 3.9): names, sub-attributes, or names qualified by their schema's URN. Cannot be combined with `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Some attributes, like `id`, are always returned. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only if the resource has this version (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["PatchOp"];
            };
        };
        responses: {
            /** @description The resource; its permanent URL is in `Location`. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["User"];
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
    listResources: {
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
                    "application/scim+json": components["schemas"]["ResourceList"];
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
    searchResources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description The page; empty if nothing matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ResourceList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    processBulk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/scim+json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description The outcome of each operation that was attempted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["BulkResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getServiceProviderConfig: {
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
            /** @description The configuration. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ServiceProviderConfig"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listResourceTypes: {
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
            /** @description The resource types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ResourceTypeList"];
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
    getResourceType: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
            };
            header?: never;
            path: {
                /** @description The name of the resource type, e.g. `User`. */
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource type. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["ResourceType"];
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
    listSchemas: {
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
            /** @description The schemas. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SchemaDefinitionList"];
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
    getSchema: {
        parameters: {
            query?: {
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or `emails[type eq "work" and value co "@"]` for one value of a list. Attribute names, operators and URNs are case-insensitive; text is in double quotes. */
                filter?: components["parameters"]["filter"];
            };
            header?: never;
            path: {
                /** @description The URN of the schema, e.g. `urn:ietf:params:scim:schemas:core:2.0:User`. */
                urn: components["parameters"]["urn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Content-Location": components["headers"]["ContentLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/scim+json": components["schemas"]["SchemaDefinition"];
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
