package dev.drydock.scenario;

import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What must hold at the end of a step. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface Check {

    /** Where the check stands. */
    Location location();

    /**
     * The predicted outcome of an object.
     *
     * @param outcome the outcome, null for any
     * @param of the object
     * @param ready status of its Ready condition, or null
     * @param reason reason of its Ready condition or of the refusal, or null
     * @param message message of its Ready condition or of the refusal, or null
     * @param stalled whether it is stalled, or null
     * @param revision what its last applied or stored revision must contain, or null
     * @param because what the reasons of the outcome must contain, or null
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record OfOutcome(
            OutcomeKind outcome,
            Target of,
            @Nullable String ready,
            @Nullable String reason,
            @Nullable TextMatch message,
            @Nullable Boolean stalled,
            @Nullable String revision,
            @Nullable TextMatch because,
            Location location)
            implements Check {}

    /**
     * An object exists and contains this.
     *
     * @param object a partial object
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record OfObject(MapNode object, Location location) implements Check {}

    /**
     * No such object exists.
     *
     * @param apiVersion its API version
     * @param kind its kind
     * @param namespace its namespace, empty for a cluster-scoped kind, or for all
     * @param name its name, empty when labels select
     * @param labels labels that select, empty when the name does
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Absent(String apiVersion, String kind, String namespace, String name, MapNode labels, Location location)
            implements Check {}

    /**
     * What the authorizer says.
     *
     * @param allowed whether it must say yes
     * @param as who asks
     * @param verb the verb
     * @param resource plural resource, {@code resource.group} outside the core group
     * @param namespace namespace, empty for none
     * @param name name, empty for any
     * @param subresource subresource, empty for none
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Can(
            boolean allowed,
            Actor as,
            String verb,
            String resource,
            String namespace,
            String name,
            String subresource,
            Location location)
            implements Check {}

    /**
     * The entries of an inventory.
     *
     * @param of the Flux object
     * @param contains ids that must be there
     * @param exactly all ids, or null
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record OfInventory(
            Target of, List<String> contains, @Nullable List<String> exactly, Location location) implements Check {}

    /**
     * An Event was recorded.
     *
     * @param of the object it is about
     * @param type Normal or Warning, or null for any
     * @param reason its reason, or null for any
     * @param message its message, or null for any
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record OfEvent(
            Target of,
            @Nullable String type,
            @Nullable String reason,
            @Nullable TextMatch message,
            Location location) implements Check {}

    /**
     * A Pod without labels reaches a Service's endpoints by a name, or does not.
     *
     * @param expected whether it does
     * @param from namespace from which it is asked
     * @param service name that is asked for
     * @param to the Service in {@code namespace/name} whose endpoints must be reached
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Reachable(boolean expected, String from, String service, String to, Location location) implements Check {}

    /**
     * A check that is known not to hold yet. It is counted and printed; once it holds, the mark is wrong and the check fails.
     *
     * @param check what must hold one day
     * @param reason why it does not hold yet
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record KnownDifference(Check check, String reason) implements Check {

        @Override
        public Location location() {
            return check.location();
        }
    }

    /**
     * Nothing that a user can change lies outside some namespaces.
     *
     * @param of the user
     * @param within the namespaces
     * @param location where the check stands
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record BlastRadius(Actor of, List<String> within, Location location) implements Check {}
}
