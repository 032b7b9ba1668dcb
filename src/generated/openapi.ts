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
         * List resources of the type User
         * @description Returns a page of the resources that match `filter`, oldest first or in the order of `sortBy` (RFC 7644 section 3.4.2). `totalResults` counts all that match; a page holds `count` of them at most, and the server may give fewer. To read all of them, ask with an empty `cursor` and follow `nextCursor`: nothing is missed or read twice while others write. By `startIndex`, go on at `startIndex` + `itemsPerPage`. To look one resource up, filter by what is unique; where nothing matches the answer is an empty page, not 404.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a resource of the type User
         * @description Adds a resource; the server gives it `id` and `meta` (RFC 7644 section 3.3). Keep the `id`: every later request names it. What is read-only may be sent and is ignored. Where a unique value is taken the answer is 409: find the resource by a filter, and change it instead.
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
         * Search resources of the type User
         * @description Lists resources like a GET, with the query in the body (RFC 7644 section 3.4.3): for a filter that is too long for a URL, or that should not stand in the logs of proxies.
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
         * Read a resource of the type User
         * @description Returns the resource of this `id` (RFC 7644 section 3.4.1). ETag has its version: send it as If-None-Match to read it again only if it has changed, as If-Match to change it only if it hasn't.
         */
        get: operations["getUser"];
        /**
         * Replace a resource of the type User
         * @description Puts the given attributes in place of all that clients may write (RFC 7644 section 3.5.1): what is left out is removed, or gets its default. What is read-only may be sent, and is ignored. To change a part, patch.
         */
        put: operations["replaceUser"];
        post?: never;
        /**
         * Delete a resource of the type User
         * @description Removes the resource and every reference to it (RFC 7644 section 3.6). It can't be undone: to end a user's access and keep the record, patch `active` to false.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a resource of the type User
         * @description Adds, replaces and removes values of attributes, all or nothing (RFC 7644 section 3.5.2). `path` names an attribute (`active`), a part of one (`name.familyName`), or values that a filter selects (`emails[type eq "work"].value`); without it `value` is an object of attributes. `add` puts values into a list, `replace` puts them in place of it. Where nothing changes, the version stays.
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
         * List resources of the type Group
         * @description Returns a page of the resources that match `filter`, oldest first or in the order of `sortBy` (RFC 7644 section 3.4.2). `totalResults` counts all that match; a page holds `count` of them at most, and the server may give fewer. To read all of them, ask with an empty `cursor` and follow `nextCursor`: nothing is missed or read twice while others write. By `startIndex`, go on at `startIndex` + `itemsPerPage`. To look one resource up, filter by what is unique; where nothing matches the answer is an empty page, not 404.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a resource of the type Group
         * @description Adds a resource; the server gives it `id` and `meta` (RFC 7644 section 3.3). Keep the `id`: every later request names it. What is read-only may be sent and is ignored. Where a unique value is taken the answer is 409: find the resource by a filter, and change it instead.
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
         * Search resources of the type Group
         * @description Lists resources like a GET, with the query in the body (RFC 7644 section 3.4.3): for a filter that is too long for a URL, or that should not stand in the logs of proxies.
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
         * Read a resource of the type Group
         * @description Returns the resource of this `id` (RFC 7644 section 3.4.1). ETag has its version: send it as If-None-Match to read it again only if it has changed, as If-Match to change it only if it hasn't.
         */
        get: operations["getGroup"];
        /**
         * Replace a resource of the type Group
         * @description Puts the given attributes in place of all that clients may write (RFC 7644 section 3.5.1): what is left out is removed, or gets its default. What is read-only may be sent, and is ignored. To change a part, patch.
         */
        put: operations["replaceGroup"];
        post?: never;
        /**
         * Delete a resource of the type Group
         * @description Removes the resource and every reference to it (RFC 7644 section 3.6). It can't be undone: to end a user's access and keep the record, patch `active` to false.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change a resource of the type Group
         * @description Adds, replaces and removes values of attributes, all or nothing (RFC 7644 section 3.5.2). `path` names an attribute (`active`), a part of one (`name.familyName`), or values that a filter selects (`emails[type eq "work"].value`); without it `value` is an object of attributes. `add` puts values into a list, `replace` puts them in place of it. Where nothing changes, the version stays.
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
         * @description Returns the resource that the token is bound to (RFC 7644 section 3.11). Every answer of `/Me`, an error too, has its permanent URL in Location. A token that is bound to nothing is answered 403.
         */
        get: operations["getMe"];
        /**
         * Replace the resource of the token
         * @description Puts the given attributes in place of all that clients may write (RFC 7644 section 3.5.1), of the resource that the token is bound to.
         */
        put: operations["replaceMe"];
        /**
         * Create the resource of the token
         * @description Adds the resource that the token is bound to, under the id that the token says. Where it is there already the answer is 409.
         */
        post: operations["createMe"];
        /**
         * Delete the resource of the token
         * @description Removes the resource that the token is bound to, and every reference to it (RFC 7644 section 3.6). The token stays valid, and may create the resource again.
         */
        delete: operations["deleteMe"];
        options?: never;
        head?: never;
        /**
         * Change the resource of the token
         * @description Adds, replaces and removes values of attributes, all or nothing (RFC 7644 section 3.5.2), of the resource that the token is bound to.
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
         * @description Returns a page of the resources of all types that match `filter` (RFC 7644 section 3.4.2.1). A resource has no value of an attribute that its type lacks, so it doesn't match a comparison with one. `meta.resourceType` tells them apart. With a filter on `meta.lastModified` this finds what was changed since.
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
         * @description Lists resources of all types like a GET of the base URL, with the query in the body (RFC 7644 section 3.4.3).
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
         * @description Performs operations on resources, each as if it were a request of its own, and tells what became of each. They are performed in their order, but what an operation refers to by `bulkId:` is created before it; resources that refer to each other in a circle are created together. The answer is 200 also where operations failed: look at the `status` of each. What was done stays done; `failOnErrors` says after how many errors to stop.
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
         * Read what the service provider supports
         * @description Returns what of SCIM the service provider supports, its limits, and how clients authenticate (RFC 7643 section 5). Read it first: it is the one operation that needs no token.
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
         * List the resource types
         * @description Returns every type of resource that the service provider has (RFC 7643 section 6): its endpoint, its schema, and its extensions. A client that begins here needs to know no path.
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
         * @description Returns the resource type of this name.
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
         * List the schemas
         * @description Returns every schema that the resource types use, with the characteristics of its attributes (RFC 7643 section 7): what may be written, what is returned, what must be unique, what letter case means. All of it is one page.
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
         * @description Returns the schema of this URN.
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
        /** @description What the service provider knows of the resource itself. */
        Meta: {
            /** @description The name of the resource type of the resource. */
            resourceType?: string;
            /**
             * Format: date-time
             * @description When the resource was added to the service provider.
             */
            created?: string;
            /**
             * Format: date-time
             * @description When the resource was last changed at the service provider.
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
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["User"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
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
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Group"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
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
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["ResourceType"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
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
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["SchemaDefinition"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
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
            /** @description How many resources match the query, on all pages. */
            totalResults: number;
            /** @description The 1-based index of the first result of this page; absent where it was asked for by cursor. */
            startIndex?: number;
            /** @description How many resources this page holds. */
            itemsPerPage: number;
            /** @description The resources of this page. */
            Resources: components["schemas"]["Resource"][];
            /** @description The cursor of the next page; absent on the last one. */
            nextCursor?: string;
            /** @description The cursor of the page before; absent on the first one. */
            previousCursor?: string;
        };
        BulkRequestOperation: {
            /** @description `POST`, `PUT`, `PATCH` or `DELETE`. */
            method: string;
            /** @description The client's name for what a POST creates, which needs one. Others refer to it by `bulkId:` and the name in the place of an id. */
            bulkId?: string;
            /** @description The version that a PUT, PATCH or DELETE expects the resource to have, like If-Match. */
            version?: string;
            /** @description The endpoint of a resource type for a POST, that of a resource otherwise, e.g. `/Users/2819c223`. */
            path: string;
            /** @description What the operation takes, a resource or a PatchOp; nothing for a DELETE. */
            data?: unknown;
        };
        /** @description Operations on resources, as if each were a request of its own. */
        BulkRequest: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:BulkRequest` */
            schemas: string[];
            /** @description How many errors end the request; the operations behind are not performed. Without it, all are tried. */
            failOnErrors?: number;
            /** @description The operations. One may refer to what another creates, before it or behind it. */
            Operations: components["schemas"]["BulkRequestOperation"][];
        };
        BulkResponseOperation: {
            /** @description The method of the operation. */
            method: string;
            /** @description The bulkId of the operation. */
            bulkId?: string;
            /** @description The version that the resource has now. */
            version?: string;
            /**
             * Format: uri
             * @description The URL of the resource; absent where a POST failed.
             */
            location?: string;
            /** @description The HTTP status code that the operation would have been answered with. */
            status: string;
            response?: components["schemas"]["Error"];
        };
        /** @description What became of the operations of a bulk request. */
        BulkResponse: {
            /** @description `urn:ietf:params:scim:api:messages:2.0:BulkResponse` */
            schemas: string[];
            /** @description One entry for each operation that was tried, in the order of the request. */
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
            /** @description What was wrong and what to mend, for a human. */
            detail: string;
        };
        PatchOpOperation: {
            /** @description `add`, `replace` or `remove`, in any letter case. */
            op: string;
            /** @description What to change: an attribute, a sub-attribute, or the values that a filter selects, e.g. `emails[type eq "work"].value`. Without it, `value` is an object of attributes. */
            path?: string | null;
            /** @description The value to add or to put in place. */
            value?: unknown;
        };
        /** @description Changes to a resource, made in the order given, all of them or none. */
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
            /** @description The attributes to return, in place of the default ones. */
            attributes?: string[];
            /** @description The attributes to leave out of the default ones. */
            excludedAttributes?: string[];
            /** @description An expression that the resources must match. */
            filter?: string;
            /** @description The attribute to sort by. */
            sortBy?: string;
            /** @description `ascending`, which is the default, or `descending`. */
            sortOrder?: string;
            /** @description The 1-based index of the first result of the page. */
            startIndex?: number;
            /** @description The most results that the page may hold. */
            count?: number;
            /** @description Pages by cursor, empty for the first page. */
            cursor?: string;
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
        /** @description The resource has the version that `If-None-Match` names: what was read before is what is there. There is no body. */
        NotModified: {
            headers: {
                Location: components["headers"]["Location"];
                "Content-Location": components["headers"]["ContentLocation"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
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
        /** @description The resource has another version than `If-Match` asks for: someone has changed it. Read it again, and make the change of what it is now. */
        PreconditionFailed: {
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
        /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
        ifMatch: string;
        /** @description Return the resource only when its version is another (RFC 7644 section 3.14); otherwise the answer is 304. */
        ifNoneMatch: string;
        /** @description The name of the resource type, e.g. `User`. */
        name: string;
        /** @description The attribute to sort by (RFC 7644 section 3.4.2.3). Of a multi-valued attribute the primary value sorts, else the first. Resources without a value come last; in descending order, first. */
        sortBy: string;
        /** @description `ascending`, which is the default, or `descending`. */
        sortOrder: string;
        /** @description The 1-based index of the first result of the page. A value below 1 is read as 1 (RFC 7644 section 3.4.2.4). */
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
        /** @description Whole seconds after which to try again. */
        RetryAfter: number;
        /** @description The authentication that is asked for (RFC 6750 section 3). */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listUsers: {
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description The page; empty where nothing matches. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Return the resource only when its version is another (RFC 7644 section 3.14); otherwise the answer is 304. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
            /** @description The resource is gone. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description The page; empty where nothing matches. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Return the resource only when its version is another (RFC 7644 section 3.14); otherwise the answer is 304. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
            /** @description The resource is gone. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
            /** @description The resource was changed; it holds more references than are returned unasked. Name `attributes` to get it. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Return the resource only when its version is another (RFC 7644 section 3.14); otherwise the answer is 304. */
                "If-None-Match"?: components["parameters"]["ifNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource; its permanent URL is in Location. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
            /** @description The resource; its permanent URL is in Location. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
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
            /** @description The resource; its permanent URL is in Location. */
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
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource is gone. */
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
                /** @description The attributes to return, in place of the default ones (RFC 7644 section 3.9): names, sub-attributes or names qualified by their schema's URN. Excludes `excludedAttributes`. */
                attributes?: components["parameters"]["attributes"];
                /** @description The attributes to leave out of the default ones (RFC 7644 section 3.9). Those that are always returned stay. */
                excludedAttributes?: components["parameters"]["excludedAttributes"];
            };
            header?: {
                /** @description Perform the operation only on this version of the resource (RFC 7644 section 3.14); otherwise the answer is 412. */
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
            /** @description The resource; its permanent URL is in Location. */
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
            /** @description The page; empty where nothing matches. */
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
            /** @description The outcome of each operation that was tried. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
                /** @description An expression that the resources must match (RFC 7644 section 3.4.2.2), e.g. `userName eq "bjensen"`, `meta.lastModified gt "2026-01-01T00:00:00Z"`, or of one value of a list `emails[type eq "work" and value co "@"]`. Attribute names, operators and URNs may be in any letter case; text is in double quotes. */
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
