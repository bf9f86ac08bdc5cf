package dev.drydock.scenario.parse;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.RepositorySpec;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.SourcePath;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.WebhookSpec;
import dev.drydock.scenario.Workload;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the documents of one file into scenarios. */
public final class DocumentParser {

    private static final String API_VERSION = "drydock.dev/v1alpha1";
    private static final List<String> BEHAVIOURS = List.of("ready", "never-ready", "fails");

    private final Path folder;
    private final Problems problems;
    private final SourceTree sources;
    private final Map<String, Location> names = new HashMap<>();

    private DocumentParser(Path folder, String shownFolder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        this.sources = new SourceTree(folder, shownFolder, problems);
    }

    /**
     * The scenarios of a file's documents.
     *
     * @param text the text of the file, for messages
     * @param folder the folder of the file
     * @param shownFolder how messages name that folder, with a slash at its end, or empty
     * @throws dev.drydock.yaml.YamlException with all problems of the file
     */
    public static List<Scenario> parse(List<Node> documents, String text, Path folder, String shownFolder) {
        Problems problems = new Problems(text);
        DocumentParser parser = new DocumentParser(folder, shownFolder, problems);
        List<Scenario> scenarios = new ArrayList<>();
        for (Node document : documents) {
            scenarios.add(parser.scenario(document));
        }
        if (!problems.isEmpty()) {
            throw new dev.drydock.yaml.YamlException(problems.all());
        }
        return scenarios;
    }

    private Scenario scenario(Node document) {
        Fields fields = Fields.of(document, "", Shape.SCENARIO, problems);
        fields.oneOf("apiVersion", List.of(API_VERSION));
        fields.oneOf("kind", List.of("Scenario"));
        Fields metadata = child(fields, "metadata", Shape.METADATA);
        String name = metadata.name("name");
        Location earlier = name.isEmpty() ? null : names.putIfAbsent(name, metadata.location("name"));
        if (earlier != null) {
            metadata.wrong("name", "duplicate name \"" + name + "\"; line " + earlier.line() + " has it already");
        }
        Map<String, String> labels = metadata.strings("labels");
        metadata.map("annotations");
        Fields spec = child(fields, "spec", Shape.SPEC);
        List<WebhookSpec> webhooks = spec.list("webhooks", new WebhookParser(problems)::webhook);
        List<Step> steps = spec.list("steps", new StepParser(sources, reasons(webhooks), problems)::step);
        if (spec.has("steps") && steps.isEmpty()) {
            spec.wrong("steps", "at least one step is expected");
        }
        duplicates("step", steps, Step::name, Step::name, Step::location);
        List<RepositorySpec> repositories = spec.list("repositories", this::repository);
        duplicates(
                "repository",
                repositories,
                r -> r.url() + refOf(r),
                r -> Repositories.key(r.url()) + refOf(r),
                RepositorySpec::location);
        outages(repositories, steps);
        return new Scenario(
                name,
                labels,
                spec.text("description", ""),
                ProfileParser.profile(spec.get("profile"), spec.path("profile"), sources, problems),
                repositories,
                spec.list("workloads", this::workload),
                webhooks,
                steps,
                document.location(),
                folder);
    }

    private static List<String> reasons(List<WebhookSpec> webhooks) {
        return webhooks.stream()
                .flatMap(webhook -> webhook.answers().stream())
                .map(WebhookSpec.Answer::deny)
                .flatMap(java.util.stream.Stream::ofNullable)
                .map(WebhookSpec.Deny::reason)
                .toList();
    }

    /** What stops answering was described, or was pushed to before. */
    private void outages(List<RepositorySpec> repositories, List<Step> steps) {
        List<String> known = new ArrayList<>();
        repositories.forEach(repository -> known.add(repository.url()));
        for (Step step : steps) {
            for (Operation operation : step.operations()) {
                if (operation.action() instanceof Action.Push push) {
                    known.add(push.url());
                } else if (operation.action() instanceof Action.Outage outage
                        && !outage.repository().isEmpty() // which was refused
                        && known.stream()
                                .noneMatch(
                                        url -> Repositories.key(url).equals(Repositories.key(outage.repository())))) {
                    problems.add(
                            operation.location(),
                            "outage: nothing is served at \"" + outage.repository() + "\""
                                    + Nearest.hint(outage.repository(), known));
                }
            }
        }
    }

    private static String refOf(RepositorySpec r) {
        if (r.tag() != null) {
            return " tag " + r.tag();
        }
        boolean isMain =
                r.branch() == null || (r.branch().equals("main") && !r.url().startsWith("oci://"));
        return isMain ? "" : " branch " + r.branch();
    }

    private <T> void duplicates(
            String what,
            List<T> items,
            Function<T, String> name,
            Function<T, String> identity,
            Function<T, Location> place) {
        Map<String, Location> seen = new HashMap<>();
        for (T item : items) {
            String key = identity.apply(item);
            Location earlier = key.isEmpty() ? null : seen.putIfAbsent(key, place.apply(item));
            if (earlier != null) {
                problems.add(
                        place.apply(item),
                        "duplicate " + what + " \"" + name.apply(item) + "\"; line " + earlier.line()
                                + " has it already");
            }
        }
    }

    private Fields child(Fields fields, String key, Shape shape) {
        Node value = fields.get(key);
        return Fields.of(
                value == null ? MapNode.EMPTY.at(fields.location()) : value,
                fields.path(key),
                value == null ? new Shape(shape.name(), shape.keys(), List.of()) : shape,
                problems);
    }

    private RepositorySpec repository(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.REPOSITORY, problems);
        if (fields.has("branch") && fields.has("tag")) {
            fields.wrong("tag", "a branch or a tag is expected, not both; use two entries");
        }
        String commit = fields.text("commit");
        if (commit != null && !Words.isHash(commit)) {
            fields.wrong("commit", "a hash of 40 hexadecimal digits is expected, found " + what(fields, "commit"));
        }
        return new RepositorySpec(
                url(fields),
                fields.text("branch"),
                fields.text("tag"),
                commit,
                sources.resolve(fields, "directory", true),
                folders(fields, "charts", sources),
                fields.has("credentials") ? credentials(fields) : null,
                node.location());
    }

    /** The URL of a repository. */
    static String url(Fields fields) {
        String url = fields.name("url");
        if (!url.isBlank() && !Words.isUrl(url)) {
            fields.wrong("url", "a URL such as https://git.example.com/apps is expected, found " + what(fields, "url"));
        }
        return url;
    }

    private static String what(Fields fields, String key) {
        return Fields.what(Objects.requireNonNull(fields.get(key)));
    }

    static List<SourcePath> folders(Fields fields, String key, SourceTree sources) {
        List<@Nullable SourcePath> paths = fields.list(
                key,
                (item, at) -> item instanceof ScalarNode s && s.isString()
                        ? sources.resolve(s.stringValue(), item.location(), at, true)
                        : wrongFolder(fields, item, at));
        return paths.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable SourcePath wrongFolder(Fields fields, Node item, String at) {
        fields.problems().add(item.location(), at + ": a folder is expected, found " + Fields.what(item));
        return null;
    }

    private RepositorySpec.Credentials credentials(Fields fields) {
        Node node = Objects.requireNonNull(fields.get("credentials"));
        Fields credentials = Fields.of(node, fields.path("credentials"), Shape.CREDENTIALS, problems);
        if (node instanceof MapNode map && map.isEmpty()) {
            problems.add(
                    node.location(), fields.path("credentials") + ": secret, or username and password, are expected");
        }
        return new RepositorySpec.Credentials(
                credentials.text("secret"), credentials.text("username"), credentials.text("password"));
    }

    private Workload workload(Node node, String at) {
        Fields fields = Fields.of(node, at, Shape.WORKLOAD, problems);
        String kind = fields.name("kind");
        String namespace = fields.name("namespace");
        String name = fields.name("name");
        Node behaviour = fields.get("behaviour");
        if (behaviour instanceof MapNode map) {
            if (map.size() != 1 || !map.has("after")) {
                fields.wrong("behaviour", "after: DURATION is expected");
            }
            Node after = map.get("after");
            Duration delay =
                    after == null ? Duration.ZERO : Fields.duration(after, fields.path("behaviour.after"), problems);
            return new Workload(kind, namespace, name, Workload.Behaviour.READY, delay);
        }
        String text = fields.text("behaviour");
        if (text != null && text.startsWith("after:")) {
            Duration delay =
                    Durations.parse(text.substring("after:".length()).strip()).orElse(null);
            if (delay == null) {
                fields.wrong("behaviour", "a duration such as \"after: 90s\" is expected");
            }
            return new Workload(kind, namespace, name, Workload.Behaviour.READY, delay == null ? Duration.ZERO : delay);
        }
        String known = fields.oneOf("behaviour", BEHAVIOURS);
        Workload.Behaviour value = "fails".equals(known)
                ? Workload.Behaviour.FAILS
                : "never-ready".equals(known) ? Workload.Behaviour.NEVER_READY : Workload.Behaviour.READY;
        return new Workload(kind, namespace, name, value, Duration.ZERO);
    }
}
