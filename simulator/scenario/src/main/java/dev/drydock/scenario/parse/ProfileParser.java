package dev.drydock.scenario.parse;

import dev.drydock.flux.FeatureGates;
import dev.drydock.flux.repository.Content;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.SourcePath;
import dev.drydock.scenario.replay.ClusterEntry;
import dev.drydock.scenario.replay.InstallationException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code spec.profile} and {@code configure}. */
final class ProfileParser {

    private static final List<String> KUBERNETES = List.of("1.36");
    private static final List<String> FLUX = List.of("2.9");
    private static final List<String> TENANCIES = List.of("lockdown", "open");

    private ProfileParser() {}

    static Profile profile(@Nullable Node node, String at, SourceTree sources, Problems problems) {
        return node == null ? Profile.DEFAULT : Profile.DEFAULT.with(changes(node, at, sources, problems));
    }

    static Profile.Changes changes(Node node, String at, SourceTree sources, Problems problems) {
        Fields fields = Fields.of(node, at, Shape.PROFILE, problems);
        String tenancy = fields.oneOf("tenancy", TENANCIES);
        Profile.Flags flags = fields.has("flags") ? flags(fields) : null;
        Profile.Changes seen = fields.has("from") ? seen(fields, sources) : null;
        if (seen != null && tenancy != null) {
            fields.wrong(
                    "tenancy", "the flags are those of the repository that from names; flags overrides single ones");
        }
        return new Profile.Changes(
                fields.oneOf("kubernetes", KUBERNETES),
                fields.oneOf("flux", FLUX),
                seen == null ? tenancy == null ? null : Boolean.valueOf(tenancy.equals("lockdown")) : seen.lockdown(),
                seen == null || seen.flags() == null
                        ? flags
                        : flags == null ? seen.flags() : seen.flags().under(flags),
                fields.has("controllers") ? controllers(fields) : seen == null ? null : seen.controllers());
    }

    /** How the controllers run that a repository installs. */
    private static Profile.@Nullable Changes seen(Fields fields, SourceTree sources) {
        SourcePath folder = sources.resolve(fields, "from", true);
        Content content = folder == null ? null : sources.content(folder);
        if (content == null) {
            return null;
        }
        try {
            return ClusterEntry.profileFrom(content);
        } catch (InstallationException e) {
            fields.wrong("from", String.valueOf(e.getMessage()));
        } catch (NotModelledException e) {
            fields.wrong("from", "not modelled: " + e.getMessage());
        }
        return null;
    }

    private static Set<String> controllers(Fields fields) {
        Set<String> running = new TreeSet<>();
        Node node = fields.get("controllers");
        if (node instanceof ScalarNode scalar && "all".equals(scalar.value())) {
            return Set.copyOf(Profile.CONTROLLERS);
        }
        for (String name : fields.texts("controllers")) {
            if (Profile.CONTROLLERS.contains(name)) {
                running.add(name);
            } else {
                fields.wrong(
                        "controllers",
                        "Unsupported value: \"" + name + "\": supported values: "
                                + String.join(", ", Profile.CONTROLLERS) + Nearest.hint(name, Profile.CONTROLLERS));
            }
        }
        return running;
    }

    private static Profile.Flags flags(Fields profile) {
        Node node = profile.get("flags");
        Fields fields =
                Fields.of(node == null ? MapNode.EMPTY : node, profile.path("flags"), Shape.FLAGS, profile.problems());
        return new Profile.Flags(
                fields.bool("noCrossNamespaceRefs"),
                fields.bool("noRemoteBases"),
                fields.text("defaultServiceAccount"),
                fields.has("overrideManagers") ? List.copyOf(fields.texts("overrideManagers")) : null,
                fields.duration("requeueDependency"),
                fields.has("customApplyStageKinds") ? List.copyOf(fields.texts("customApplyStageKinds")) : null,
                gates(fields));
    }

    private static void check(Fields fields, String gate, boolean on, Node value) {
        String at = fields.path("featureGates." + gate) + ": ";
        Optional<FeatureGates> known = FeatureGates.find(gate);
        if (known.isEmpty()) {
            fields.problems()
                    .add(
                            value.location(),
                            at + "feature-gate '" + gate + "' not supported"
                                    + Nearest.hint(gate, FeatureGates.names()));
        } else if (!known.get().isModelled(on)) {
            fields.problems().add(value.location(), at + "not modelled: the feature gate " + gate + "=" + on);
        }
    }

    private static Map<String, Boolean> gates(Fields fields) {
        Map<String, Boolean> gates = new TreeMap<>();
        MapNode map = fields.map("featureGates");
        if (map != null) {
            map.forEach((gate, value) -> {
                if (value instanceof ScalarNode scalar && scalar.value() instanceof Boolean on) {
                    gates.put(gate, on);
                    check(fields, gate, on, value);
                } else {
                    fields.problems()
                            .add(
                                    value.location(),
                                    fields.path("featureGates." + gate) + ": true or false is expected, found "
                                            + Fields.what(value));
                }
            });
        }
        return Collections.unmodifiableMap(gates);
    }
}
