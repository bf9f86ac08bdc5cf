package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** What containers and pods may request and use (ValidateContainerResourceRequirements, validatePodResources). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ResourceRules {

    private static final Set<String> COMPUTE = Set.of("cpu", "memory");

    private ResourceRules() {}

    static Set<String> claimNames(Field spec) {
        Set<String> names = new TreeSet<>();
        spec.items("resourceClaims").forEach(claim -> names.add(claim.text("name")));
        names.remove("");
        return names;
    }

    static void ofContainer(Field resources, Set<String> claims) {
        requirements(resources, false);
        claims(resources.in("claims"), claims);
    }

    /** What a pod takes beside its containers. */
    public static void overhead(Field overhead) {
        for (String name : sorted(overhead.map())) {
            Field shown = overhead.as(overhead.path() + ".limits").key(name);
            amount(shown, name, false);
        }
        hugePages(overhead, overhead.map(), MapNode.EMPTY);
    }

    static void ofPod(Field spec) {
        Field resources = spec.in("resources");
        if (!resources.isSet()) {
            return;
        }
        if (spec.text("os", "name").equals("windows")) {
            resources.forbidden("may not be set for a windows pod");
            return;
        }
        if (resources.has("claims")) {
            resources.in("claims").forbidden("claims may not be set for Resources at pod-level");
        }
        requirements(resources, true);
        claims(resources.in("claims"), claimNames(spec));
        PodResources.compare(spec, resources);
    }

    private static List<String> sorted(MapNode map) {
        return map.keys().stream().sorted().toList();
    }

    private static void requirements(Field resources, boolean ofPod) {
        Field limits = resources.in("limits");
        Field requests = resources.in("requests");
        for (String name : sorted(limits.map())) {
            amount(limits.key(name), name, ofPod);
        }
        for (String name : sorted(requests.map())) {
            request(requests, limits, name, ofPod);
        }
        hugePages(resources, limits.map(), requests.map());
    }

    private static void request(Field requests, Field limits, String name, boolean ofPod) {
        amountAndName(requests.key(name), name, ofPod);
        Quantity request = ResourceAmountRules.of(requests.key(name));
        boolean overcommit = ResourceNames.isOvercommitAllowed(name);
        if (limits.has(name)) {
            Quantity limit = ResourceAmountRules.of(limits.key(name));
            if (request.compareTo(limit) != 0 && !overcommit) {
                requests.invalid(request.toString(), "must be equal to " + name + " limit of " + limit);
            } else if (request.compareTo(limit) > 0) {
                requests.invalid(request.toString(), "must be less than or equal to " + name + " limit of " + limit);
            }
        } else if (!overcommit) {
            limits.required("Limit must be set for non overcommitable resources");
        }
        multiple(requests.key(name), name);
    }

    private static void amount(Field amount, String name, boolean ofPod) {
        amountAndName(amount, name, ofPod);
        multiple(amount, name);
    }

    private static void amountAndName(Field amount, String name, boolean ofPod) {
        if (ofPod) {
            ResourceAmountRules.nameOfPod(amount, name);
        } else {
            ResourceAmountRules.nameOfContainer(amount, name);
        }
        ResourceAmountRules.quantity(amount, name);
    }

    private static void multiple(Field amount, String name) {
        if (!ResourceNames.isHugePages(name)) {
            return;
        }
        Quantity quantity = ResourceAmountRules.of(amount);
        Quantity page = Quantity.parse(name.substring(ResourceNames.HUGE_PAGES.length()))
                .orElse(Quantity.ZERO);
        if (page.signum() <= 0 || quantity.amount().remainder(page.amount()).signum() != 0) {
            amount.invalid(quantity.toString(), quantity + " is not positive integer multiple of " + name);
        }
    }

    private static void hugePages(Field resources, MapNode limits, MapNode requests) {
        Set<String> names = new HashSet<>(limits.keys());
        names.addAll(requests.keys());
        if (names.stream().noneMatch(COMPUTE::contains) && names.stream().anyMatch(ResourceNames::isHugePages)) {
            resources.forbidden("HugePages require cpu or memory");
        }
    }

    private static void claims(Field claims, Set<String> known) {
        Set<String> names = new TreeSet<>();
        for (Field claim : claims.items()) {
            String name = claim.text("name");
            if (name.isEmpty()) {
                claim.required("");
                continue;
            }
            if (names.contains(name)) {
                claim.duplicate(name);
            } else {
                names.add(keyOf(claim, name, names));
            }
            if (!known.contains(name)) {
                String hint = known.isEmpty() ? " which is empty" : ": " + String.join(", ", known);
                claim.add(new FieldError(
                        "FieldValueNotFound",
                        claim.path(),
                        "Not found: " + FieldError.print(name) + ": must be one of the names in pod.spec.resourceClaims"
                                + hint));
            }
        }
    }

    private static String keyOf(Field claim, String name, Set<String> names) {
        String request = claim.text("request");
        if (!request.isEmpty()) {
            claim.in("request").invalid(NameRules.dnsLabel(request));
        }
        String key = request.isEmpty() ? name : name + "/" + request;
        if (names.contains(key)) {
            claim.duplicate(key);
        } else if (request.isEmpty()) {
            names.stream().filter(other -> other.startsWith(name + "/")).forEach(other -> claim.duplicate(name));
        }
        return key;
    }

    /** The claims that a pod makes or refers to. */
    static void podClaims(Field spec) {
        Set<String> names = new HashSet<>();
        for (Field claim : spec.items("resourceClaims")) {
            Field name = claim.in("name");
            if (!name.isRequiredText()) {
                if (names.add(name.text())) {
                    name.invalid(NameRules.dnsLabel(name.text()));
                } else {
                    name.duplicate(name.text());
                }
            }
            boolean byName = claim.has("resourceClaimName");
            boolean byTemplate = claim.has("resourceClaimTemplateName");
            if (byName == byTemplate) {
                claim.invalid(
                        dev.drydock.kubernetes.decode.InternalForm.of("core.v1.PodResourceClaim", claim.value()),
                        byName
                                ? "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified"
                                : "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
            }
            for (String reference : List.of("resourceClaimName", "resourceClaimTemplateName")) {
                if (claim.has(reference)) {
                    claim.in(reference).invalid(NameRules.dnsSubdomain(claim.text(reference)));
                }
            }
        }
    }
}
