package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * One rule of a Role or ClusterRole: verbs on resources, or verbs on URLs.
 *
 * @param verbs verbs, {@code *} for all
 * @param apiGroups API groups, the empty text for the core group, {@code *} for all
 * @param resources resources, {@code resource/subresource}, {@code *}, or {@code *}{@code /subresource}
 * @param resourceNames names of objects, empty for any
 * @param nonResourceUrls URL paths, a star at the end stands for any ending
 */
@API(status = API.Status.STABLE, since = "0.1")
public record PolicyRule(
        List<String> verbs,
        List<String> apiGroups,
        List<String> resources,
        List<String> resourceNames,
        List<String> nonResourceUrls) {

    private static final String ALL = "*";

    /** Why a rule does not allow a request: the first part that does not match. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public enum Mismatch {
        /** It allows the request. */
        NONE,
        /** The rule is about URLs and the request about resources, or the other way round. */
        SORT,
        /** The resource, or its subresource, is not named. */
        RESOURCE,
        /** The API group is not named. */
        API_GROUP,
        /** The verb is not named. */
        VERB,
        /** The rule is for other object names, or the request carries no name. */
        RESOURCE_NAME,
        /** The path is not named. */
        URL
    }

    /** A rule with copies of the lists. */
    public PolicyRule {
        verbs = List.copyOf(verbs);
        apiGroups = List.copyOf(apiGroups);
        resources = List.copyOf(resources);
        resourceNames = List.copyOf(resourceNames);
        nonResourceUrls = List.copyOf(nonResourceUrls);
    }

    /** A rule for resources, whatever the objects' names. */
    public static PolicyRule of(List<String> verbs, List<String> apiGroups, List<String> resources) {
        return new PolicyRule(verbs, apiGroups, resources, List.of(), List.of());
    }

    static PolicyRule from(Node rule) {
        return new PolicyRule(
                rule.findList("verbs").strings(),
                rule.findList("apiGroups").strings(),
                rule.findList("resources").strings(),
                rule.findList("resourceNames").strings(),
                rule.findList("nonResourceURLs").strings());
    }

    /** The {@code rules} of a Role or ClusterRole. */
    public static List<PolicyRule> rulesOf(MapNode role) {
        List<PolicyRule> rules = new ArrayList<>();
        for (Node rule : role.findList("rules")) {
            rules.add(from(rule));
        }
        return rules;
    }

    /** Whether this rule allows the request (upstream {@code rbac.go RuleAllows}). */
    boolean allows(AuthorizationAttributes request) {
        return request.isResourceRequest()
                ? has(verbs, request.verb())
                        && has(apiGroups, request.group())
                        && namesResource(request.resource(), request.subresource())
                        && namesObject(request.name())
                : has(verbs, request.verb()) && namesUrl(request.path());
    }

    /** The first part that keeps this rule from allowing the request, in the order in which a reader would ask. */
    Mismatch mismatch(AuthorizationAttributes request) {
        if (request.isResourceRequest() ? resources.isEmpty() : nonResourceUrls.isEmpty()) {
            return Mismatch.SORT;
        }
        if (!request.isResourceRequest()) {
            return !namesUrl(request.path())
                    ? Mismatch.URL
                    : has(verbs, request.verb()) ? Mismatch.NONE : Mismatch.VERB;
        }
        if (!namesResource(request.resource(), request.subresource())) {
            return Mismatch.RESOURCE;
        }
        if (!has(apiGroups, request.group())) {
            return Mismatch.API_GROUP;
        }
        if (!has(verbs, request.verb())) {
            return Mismatch.VERB;
        }
        return namesObject(request.name()) ? Mismatch.NONE : Mismatch.RESOURCE_NAME;
    }

    private static boolean has(List<String> list, String wanted) {
        for (int i = 0, n = list.size(); i < n; i++) {
            String item = list.get(i);
            if (item.equals(wanted) || item.equals(ALL)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesResource(String resource, String subresource) {
        for (int i = 0, n = resources.size(); i < n; i++) {
            String item = resources.get(i);
            if (item.equals(ALL)
                    || (subresource.isEmpty()
                            ? item.equals(resource)
                            : namesSubresource(item, resource, subresource))) {
                return true;
            }
        }
        return false;
    }

    /** {@code resource/subresource} or {@code *}{@code /subresource}; {@code resource/*} is no pattern. */
    private static boolean namesSubresource(String item, String resource, String subresource) {
        int stem = item.length() - subresource.length() - 1;
        return stem > 0
                && item.charAt(stem) == '/'
                && item.endsWith(subresource)
                && ((stem == resource.length() && item.startsWith(resource)) || (stem == 1 && item.charAt(0) == '*'));
    }

    private boolean namesObject(String name) {
        return resourceNames.isEmpty() || resourceNames.contains(name);
    }

    private boolean namesUrl(String path) {
        for (String url : nonResourceUrls) {
            if (url.equals(ALL) || url.equals(path) || (url.endsWith(ALL) && path.startsWith(withoutStars(url)))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutStars(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '*') {
            end--;
        }
        return url.substring(0, end);
    }

    /** Whether this rule alone grants an {@linkplain #atoms atom} (upstream {@code policy_comparator.go ruleCovers}). */
    boolean covers(PolicyRule atom) {
        return hasAll(verbs, atom.verbs)
                && hasAll(apiGroups, atom.apiGroups)
                && coversResources(atom.resources)
                && (atom.resourceNames.isEmpty()
                        ? resourceNames.isEmpty()
                        : resourceNames.isEmpty() || resourceNames.containsAll(atom.resourceNames))
                && coversUrls(atom.nonResourceUrls);
    }

    private static boolean hasAll(List<String> owned, List<String> wanted) {
        return owned.contains(ALL) || owned.containsAll(wanted);
    }

    private boolean coversResources(List<String> wanted) {
        if (resources.contains(ALL)) {
            return true;
        }
        for (String resource : wanted) {
            int slash = resource.indexOf('/');
            if (!resources.contains(resource)
                    && (slash < 0 || !resources.contains("*/" + resource.substring(slash + 1)))) {
                return false;
            }
        }
        return true;
    }

    private boolean coversUrls(List<String> wanted) {
        for (String url : wanted) {
            boolean covered = false;
            for (String owned : nonResourceUrls) {
                covered |= owned.equals(url) || (owned.endsWith(ALL) && url.startsWith(withoutStars(owned)));
            }
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    /** This rule as rules of one verb on one thing each (upstream {@code BreakdownRule}). */
    List<PolicyRule> atoms() {
        List<PolicyRule> atoms = new ArrayList<>();
        for (String group : apiGroups) {
            for (String resource : resources) {
                for (String verb : verbs) {
                    if (resourceNames.isEmpty()) {
                        atoms.add(of(List.of(verb), List.of(group), List.of(resource)));
                    }
                    for (String name : resourceNames) {
                        atoms.add(new PolicyRule(
                                List.of(verb), List.of(group), List.of(resource), List.of(name), List.of()));
                    }
                }
            }
        }
        for (String url : nonResourceUrls) {
            for (String verb : verbs) {
                atoms.add(new PolicyRule(List.of(verb), List.of(), List.of(), List.of(), List.of(url)));
            }
        }
        return atoms;
    }

    /** The object form, with the parts in the order in which the server writes them; empty parts are left out. */
    public MapNode toNode() {
        MapNode.Builder node = MapNode.builder().put("verbs", ListNode.ofStrings(verbs));
        putList(node, "apiGroups", apiGroups);
        putList(node, "resources", resources);
        putList(node, "resourceNames", resourceNames);
        putList(node, "nonResourceURLs", nonResourceUrls);
        return node.build();
    }

    private static void putList(MapNode.Builder node, String key, List<String> list) {
        if (!list.isEmpty()) {
            node.put(key, ListNode.ofStrings(list));
        }
    }

    /** As escalation errors print it (upstream {@code CompactString}). */
    String compact() {
        List<String> parts = new ArrayList<>();
        addPart(parts, "APIGroups", apiGroups);
        addPart(parts, "Resources", resources);
        addPart(parts, "NonResourceURLs", nonResourceUrls);
        addPart(parts, "ResourceNames", resourceNames);
        addPart(parts, "Verbs", verbs);
        return parts.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static void addPart(List<String> parts, String label, List<String> list) {
        if (!list.isEmpty()) {
            parts.add(label + ":" + GoQuote.quote(list));
        }
    }

    /** {@code [get list] on deployments.apps}, for explanations. */
    @Override
    public String toString() {
        String names = resourceNames.isEmpty() ? "" : " named " + resourceNames;
        return nonResourceUrls.isEmpty()
                ? words(verbs) + " on " + String.join(", ", qualified()) + names
                : words(verbs) + " on URLs " + String.join(", ", nonResourceUrls);
    }

    private List<String> qualified() {
        List<String> qualified = new ArrayList<>();
        for (String group : apiGroups) {
            for (String resource : resources) {
                qualified.add(group.isEmpty() ? resource : resource + "." + group);
            }
        }
        return qualified;
    }

    private static String words(List<String> list) {
        return "[" + String.join(" ", list) + "]";
    }
}
