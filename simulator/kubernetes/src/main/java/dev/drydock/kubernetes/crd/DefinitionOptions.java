package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.Set;

/**
 * Which rules an update may leave broken because the old definition broke them already (validation.go, validationOptions).
 *
 * @param immutableNames whether scope and kind stay as they are
 * @param schemaRequired whether each version has a schema
 * @param validTypes whether types are those of OpenAPI
 * @param structural whether schemas are structural
 * @param prunedDefaults whether defaults hold only known fields
 * @param atomicSets whether items of sets are atomic
 * @param listKeys whether keys of map lists are required or have defaults
 * @param reviewVersions whether a known version of ConversionReview is demanded
 * @param validBundle whether the certificates of a webhook are valid
 * @param manySelectable names of versions that may keep more selectable fields than allowed, empty for all versions
 * @param unchanged names of versions whose schemas are as they were; their rules may cost what they want
 */
record DefinitionOptions(
        boolean immutableNames,
        boolean schemaRequired,
        boolean validTypes,
        boolean structural,
        boolean prunedDefaults,
        boolean atomicSets,
        boolean listKeys,
        boolean reviewVersions,
        boolean validBundle,
        Set<String> manySelectable,
        Set<String> unchanged) {

    static final DefinitionOptions CREATE =
            new DefinitionOptions(false, true, true, true, true, true, true, true, false, Set.of(), Set.of());

    /** The options of an update; both specs are internal. */
    static DefinitionOptions ofUpdate(MapNode spec, MapNode old, boolean established) {
        SchemaSearch schemas = SchemaSearch.ofSpec(old);
        return new DefinitionOptions(
                established,
                schemas.isComplete(),
                !schemas.any(Structure::hasInvalidType),
                schemas.roots().stream().allMatch(Structure::isStructural),
                schemas.roots().stream().allMatch(DefaultRules::isPruned),
                !schemas.any(ListSchemaRules::isNonAtomicSet),
                !schemas.any(ListSchemaRules::hasLooseKeys),
                ConversionRules.hasKnownReviewVersion(old.findMap("conversion")),
                established && !ConversionRules.hasBadBundle(old.findMap("conversion")),
                tooManySelectable(spec, old),
                unchanged(spec, old));
    }

    private static Set<String> tooManySelectable(MapNode spec, MapNode old) {
        Set<String> names = new HashSet<>();
        if (isTooMany(old) && Parts.same(old.get("selectableFields"), spec.get("selectableFields"))) {
            names.add("");
        }
        for (Node before : old.findList("versions")) {
            for (Node version : spec.findList("versions")) {
                if (before.findText("name").equals(version.findText("name"))
                        && isTooMany(before)
                        && Parts.same(before.find("selectableFields"), version.find("selectableFields"))) {
                    names.add(version.findText("name"));
                }
            }
        }
        return names;
    }

    private static boolean isTooMany(Node holder) {
        return holder.findList("selectableFields").size() > SelectableFieldRules.MOST;
    }

    private static Set<String> unchanged(MapNode spec, MapNode old) {
        Set<String> names = new HashSet<>();
        for (Node version : spec.findList("versions")) {
            String name = version.findText("name");
            boolean known = old.findList("versions").stream()
                    .anyMatch(v -> v.findText("name").equals(name));
            if (known && SchemaSearch.schemaOf(spec, name).equals(SchemaSearch.schemaOf(old, name))) {
                names.add(name);
            }
        }
        return names;
    }

    DefinitionOptions withStructural() {
        return structural
                ? this
                : new DefinitionOptions(
                        immutableNames,
                        schemaRequired,
                        validTypes,
                        true,
                        prunedDefaults,
                        atomicSets,
                        listKeys,
                        reviewVersions,
                        validBundle,
                        manySelectable,
                        unchanged);
    }
}
