package dev.drydock.kubernetes;

import dev.drydock.yaml.Node;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A request for a resource, free of HTTP: who wants which verb on what, with which options and body.
 *
 * <p>Made with {@link #builder}. The server takes the user as authenticated.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ApiRequest {

    private final UserInfo user;
    private final @Nullable Impersonation impersonation;
    private final String userAgent;
    private final Verb verb;
    private final GroupVersionResource resource;
    private final String subresource;
    private final String namespace;
    private final String name;
    private final @Nullable PatchType patchType;
    private final @Nullable RequestBody body;
    private final boolean dryRun;
    private final boolean force;
    private final boolean forceGiven;
    private final @Nullable String fieldManager;
    private final @Nullable FieldValidation fieldValidation;
    private final String labelSelector;
    private final String fieldSelector;

    private ApiRequest(Builder b) {
        this.user = b.user;
        this.impersonation = b.impersonation;
        this.userAgent = b.userAgent;
        this.verb = b.verb;
        this.resource = b.resource;
        this.subresource = b.subresource;
        this.namespace = b.namespace;
        this.name = b.name;
        this.patchType = b.patchType;
        this.body = b.body;
        this.dryRun = b.dryRun;
        this.force = b.force;
        this.forceGiven = b.forceGiven;
        this.fieldManager = b.fieldManager;
        this.fieldValidation = b.fieldValidation;
        this.labelSelector = b.labelSelector;
        this.fieldSelector = b.fieldSelector;
    }

    /** A builder for a request of a user. */
    public static Builder builder(UserInfo user, Verb verb, GroupVersionResource resource) {
        return new Builder(user, verb, resource);
    }

    /** A builder that starts with everything of this request. */
    public Builder toBuilder() {
        Builder b = new Builder(user, verb, resource)
                .userAgent(userAgent)
                .subresource(subresource)
                .namespace(namespace)
                .name(name)
                .dryRun(dryRun)
                .labelSelector(labelSelector)
                .fieldSelector(fieldSelector);
        b.impersonation = impersonation;
        b.force = force;
        b.forceGiven = forceGiven;
        b.patchType = patchType;
        b.body = body;
        b.fieldManager = fieldManager;
        b.fieldValidation = fieldValidation;
        return b;
    }

    /** Who sent it, before impersonation. */
    public UserInfo user() {
        return user;
    }

    /** Whom it wants to act as, if anybody. */
    public Optional<Impersonation> impersonation() {
        return Optional.ofNullable(impersonation);
    }

    /** User agent of the client; names the field manager when none is given. */
    public String userAgent() {
        return userAgent;
    }

    /** What is to be done. */
    public Verb verb() {
        return verb;
    }

    /** On which collection. */
    public GroupVersionResource resource() {
        return resource;
    }

    /** On which subresource, empty for the object itself. */
    public String subresource() {
        return subresource;
    }

    /** In which namespace, empty for cluster-scoped resources and for lists over all namespaces. */
    public String namespace() {
        return namespace;
    }

    /** Name of the object, empty for collections. */
    public String name() {
        return name;
    }

    /** Format of the patch of a PATCH. */
    public Optional<PatchType> patchType() {
        return Optional.ofNullable(patchType);
    }

    /** What is sent: the object, the patch, or the delete options. */
    public Optional<RequestBody> body() {
        return Optional.ofNullable(body);
    }

    /** Whether nothing is to be stored. */
    public boolean dryRun() {
        return dryRun;
    }

    /** Whether an apply takes fields from their owners. */
    public boolean force() {
        return force;
    }

    /** Whether the request says anything about force; only applies may. */
    public boolean isForceGiven() {
        return forceGiven;
    }

    /** Name of the field manager, if given. */
    public Optional<String> fieldManager() {
        return Optional.ofNullable(fieldManager);
    }

    /** Treatment of unknown fields, if given. */
    public Optional<FieldValidation> fieldValidation() {
        return Optional.ofNullable(fieldValidation);
    }

    /** Label selector of a list, empty for all. */
    public String labelSelector() {
        return labelSelector;
    }

    /** Field selector of a list, empty for all. */
    public String fieldSelector() {
        return fieldSelector;
    }

    /** {@code PATCH kustomizations.kustomize.toolkit.fluxcd.io team-a/apps}, for traces and debugging. */
    @Override
    public String toString() {
        return verb.name() + " " + resource.groupResource() + (subresource.isEmpty() ? "" : "/" + subresource) + " "
                + new NamespacedName(namespace, name);
    }

    /** Collects the parts of a request. */
    @API(status = API.Status.STABLE, since = "0.1")
    public static final class Builder {
        private final UserInfo user;
        private final Verb verb;
        private final GroupVersionResource resource;
        private @Nullable Impersonation impersonation;
        private String userAgent = "drydock";
        private String subresource = "";
        private String namespace = "";
        private String name = "";
        private @Nullable PatchType patchType;
        private @Nullable RequestBody body;
        private boolean dryRun;
        private boolean force;
        private boolean forceGiven;
        private @Nullable String fieldManager;
        private @Nullable FieldValidation fieldValidation;
        private String labelSelector = "";
        private String fieldSelector = "";

        private Builder(UserInfo user, Verb verb, GroupVersionResource resource) {
            this.user = user;
            this.verb = verb;
            this.resource = resource;
        }

        /** Sets whom to act as. */
        public Builder impersonate(Impersonation value) {
            this.impersonation = value;
            return this;
        }

        /** Sets the user agent. */
        public Builder userAgent(String value) {
            this.userAgent = value;
            return this;
        }

        /** Sets the subresource. */
        public Builder subresource(String value) {
            this.subresource = value;
            return this;
        }

        /** Sets the namespace. */
        public Builder namespace(String value) {
            this.namespace = value;
            return this;
        }

        /** Sets the name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets the format of the patch. */
        public Builder patchType(PatchType value) {
            this.patchType = value;
            return this;
        }

        /** Sets the body to a value. */
        public Builder body(Node value) {
            return body(new RequestBody.Value(value));
        }

        /** Sets the body. */
        public Builder body(RequestBody value) {
            this.body = value;
            return this;
        }

        /** Sets whether nothing is stored. */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /** Sets whether an apply takes fields from their owners. */
        public Builder force(boolean value) {
            this.force = value;
            this.forceGiven = true;
            return this;
        }

        /** Sets the field manager. */
        public Builder fieldManager(String value) {
            this.fieldManager = value;
            return this;
        }

        /** Sets the treatment of unknown fields. */
        public Builder fieldValidation(FieldValidation value) {
            this.fieldValidation = value;
            return this;
        }

        /** Sets the label selector. */
        public Builder labelSelector(String value) {
            this.labelSelector = value;
            return this;
        }

        /** Sets the field selector. */
        public Builder fieldSelector(String value) {
            this.fieldSelector = value;
            return this;
        }

        /** The request. */
        public ApiRequest build() {
            return new ApiRequest(this);
        }
    }
}
