package dev.drydock.kustomize.file;

import dev.drydock.kustomize.file.GoType.Any;
import dev.drydock.kustomize.file.GoType.Bool;
import dev.drydock.kustomize.file.GoType.Int;
import dev.drydock.kustomize.file.GoType.Slice;
import dev.drydock.kustomize.file.GoType.StringMap;
import dev.drydock.kustomize.file.GoType.Struct;
import dev.drydock.kustomize.file.GoType.Text;

/** The types of api/types, as far as files are decoded into them. */
public final class KustomizationType {

    private static final GoType STRING = new Text("string");
    private static final GoType BOOL = new Bool();
    private static final GoType STRINGS = new Slice(STRING);
    private static final GoType STRING_MAP = new StringMap(STRING);
    private static final GoType ANY_MAP = new StringMap(new Any());

    static final Struct OBJECT_META =
            new Struct("types.ObjectMeta").with(STRING, "name", "namespace").with(STRING_MAP, "labels", "annotations");

    private static final Struct GVK = new Struct("resid.Gvk").with(STRING, "group", "version", "kind");

    /** A field spec. */
    public static final Struct FIELD_SPEC = new Struct("types.FieldSpec")
            .embedding(GVK, "Gvk")
            .with(STRING, "path")
            .with(BOOL, "create");

    private static final Slice FIELD_SPECS = new Slice(FIELD_SPEC);

    private static final Struct RES_ID =
            new Struct("resid.ResId").embedding(GVK, "Gvk").with(STRING, "name", "namespace");

    /** A selector of objects. */
    public static final Struct SELECTOR =
            new Struct("types.Selector").embedding(RES_ID, "ResId").with(STRING, "annotationSelector", "labelSelector");

    private static final Struct PATCH_ARGS =
            new Struct("types.PatchArgs").with(BOOL, "allowNameChange", "allowKindChange");

    private static final Struct PATCH = new Struct("types.Patch")
            .with(STRING, "path", "patch")
            .with(SELECTOR, "target")
            .with(PATCH_ARGS, "options");

    private static final Struct IMAGE =
            new Struct("types.Image").with(STRING, "name", "newName", "tagSuffix", "newTag", "digest");

    private static final Struct REPLICA =
            new Struct("types.Replica").with(STRING, "name").with(new Int("int64"), "count");

    private static final Struct FIELD_OPTIONS = new Struct("types.FieldOptions")
            .with(STRING, "delimiter", "encoding")
            .with(new Int("int"), "index")
            .with(BOOL, "create");

    private static final Struct SOURCE = new Struct("types.SourceSelector")
            .embedding(RES_ID, "ResId")
            .with(STRING, "fieldPath")
            .with(FIELD_OPTIONS, "options");

    private static final Struct TARGET = new Struct("types.TargetSelector")
            .with(SELECTOR, "select")
            .with(new Slice(SELECTOR), "reject")
            .with(STRINGS, "fieldPaths")
            .with(FIELD_OPTIONS, "options");

    /** A replacement. */
    public static final Struct REPLACEMENT = new Struct("types.Replacement")
            .with(SOURCE, "source")
            .with(new Slice(TARGET), "targets")
            .with(STRING, "sourceValue");

    private static final Struct REPLACEMENT_FIELD = new Struct("types.ReplacementField")
            .embedding(REPLACEMENT, "Replacement")
            .with(STRING, "path");

    private static final Struct GENERATOR_OPTIONS = new Struct("types.GeneratorOptions")
            .with(STRING_MAP, "labels", "annotations")
            .with(BOOL, "disableNameSuffixHash", "immutable");

    private static final Struct KV_SOURCES = new Struct("types.KvPairSources")
            .with(STRINGS, "literals", "files", "envs")
            .with(STRING, "env");

    private static final Struct GENERATOR_ARGS = new Struct("types.GeneratorArgs")
            .with(STRING, "namespace", "name", "behavior")
            .embedding(KV_SOURCES, "KvPairSources")
            .with(GENERATOR_OPTIONS, "options");

    /** A generated ConfigMap. */
    public static final Struct CONFIG_MAP_ARGS =
            new Struct("types.ConfigMapArgs").embedding(GENERATOR_ARGS, "GeneratorArgs");

    /** A generated Secret. */
    public static final Struct SECRET_ARGS = new Struct("types.SecretArgs")
            .embedding(GENERATOR_ARGS, "GeneratorArgs")
            .with(STRING, "type");

    private static final Struct VAR = new Struct("types.Var")
            .with(STRING, "name")
            .with(
                    new Struct("types.Target")
                            .with(STRING, "apiVersion")
                            .embedding(GVK, "Gvk")
                            .with(STRING, "name", "namespace"),
                    "objref")
            .with(new Struct("types.FieldSelector").with(STRING, "fieldPath"), "fieldref");

    private static final Struct LABEL = new Struct("types.Label")
            .with(STRING_MAP, "pairs")
            .with(BOOL, "includeSelectors", "includeTemplates")
            .with(FIELD_SPECS, "fields");

    private static final Struct LEGACY_SORT =
            new Struct("types.LegacySortOptions").with(STRINGS, "orderFirst", "orderLast");

    private static final Struct SORT_OPTIONS = new Struct("types.SortOptions")
            .with(new Text("types.SortOrder"), "order")
            .with(LEGACY_SORT, "legacySortOptions");

    private static final Struct HELM_GLOBALS = new Struct("types.HelmGlobals").with(STRING, "chartHome", "configHome");

    private static final Struct HELM_CHART = new Struct("types.HelmChart")
            .with(
                    STRING,
                    "name",
                    "version",
                    "repo",
                    "releaseName",
                    "namespace",
                    "valuesFile",
                    "valuesMerge",
                    "kubeVersion",
                    "nameTemplate")
            .with(STRINGS, "additionalValuesFiles", "apiVersions")
            .with(ANY_MAP, "valuesInline")
            .with(BOOL, "includeCRDs", "skipHooks", "skipTests", "debug", "devel");

    private static final Struct HELM_CHART_ARGS = new Struct("types.HelmChartArgs")
            .with(
                    STRING,
                    "chartName",
                    "chartVersion",
                    "chartRepoUrl",
                    "chartHome",
                    "chartRepoName",
                    "helmBin",
                    "helmHome",
                    "values",
                    "valuesMerge",
                    "releaseName",
                    "releaseNamespace")
            .with(ANY_MAP, "valuesLocal")
            .with(STRINGS, "extraArgs");

    private static final Struct TYPE_META = new Struct("types.TypeMeta").with(STRING, "kind", "apiVersion");

    /** The kustomization file. */
    public static final Struct KUSTOMIZATION = new Struct("types.Kustomization")
            .embedding(TYPE_META, "TypeMeta")
            .with(OBJECT_META, "metadata")
            .with(STRING_MAP, "openapi", "commonLabels", "commonAnnotations")
            .with(STRING, "namePrefix", "nameSuffix", "namespace")
            .with(new Slice(LABEL), "labels")
            .with(new Slice(new Text("types.PatchStrategicMerge")), "patchesStrategicMerge")
            .with(new Slice(PATCH), "patchesJson6902", "patches")
            .with(new Slice(IMAGE), "images", "imageTags")
            .with(new Slice(REPLACEMENT_FIELD), "replacements")
            .with(new Slice(REPLICA), "replicas")
            .with(new Slice(VAR), "vars")
            .with(SORT_OPTIONS, "sortOptions")
            .with(STRINGS, "resources", "components", "crds", "bases")
            .with(new Slice(CONFIG_MAP_ARGS), "configMapGenerator")
            .with(new Slice(SECRET_ARGS), "secretGenerator")
            .with(HELM_GLOBALS, "helmGlobals")
            .with(new Slice(HELM_CHART), "helmCharts")
            .with(new Slice(HELM_CHART_ARGS), "helmChartInflationGenerator")
            .with(GENERATOR_OPTIONS, "generatorOptions")
            .with(STRINGS, "configurations", "generators", "transformers", "validators", "buildMetadata");

    /** A file of {@code configurations}. */
    public static final Struct TRANSFORMER_CONFIG = new Struct("builtinconfig.TransformerConfig")
            .with(
                    FIELD_SPECS,
                    "namePrefix",
                    "nameSuffix",
                    "namespace",
                    "commonLabels",
                    "labels",
                    "templateLabels",
                    "commonAnnotations",
                    "varReference",
                    "images",
                    "replicas")
            .with(
                    new Slice(new Struct("builtinconfig.NameBackReferences")
                            .embedding(GVK, "Gvk")
                            .with(FIELD_SPECS, "fieldSpecs")),
                    "nameReference");

    private static final Struct VALUE_TARGET = new Struct("builtins.Target")
            .with(SELECTOR, "selector")
            .with(STRING, "fieldPath")
            .with(new Int("int"), "filePathPosition");

    /** A file with targets of a ValueAddTransformer. */
    public static final Struct VALUE_TARGETS =
            new Struct("struct { Targets []builtins.Target }").with(new Slice(VALUE_TARGET), "targets");

    private KustomizationType() {}

    private static Struct withMetadata(String kind) {
        return new Struct("builtins." + kind + "Plugin").with(OBJECT_META, "metadata");
    }

    /** The configuration of a built-in plugin, or null when there is none of that kind. */
    public static @org.jspecify.annotations.Nullable Struct ofPlugin(String kind) {
        return switch (kind) {
            case "AnnotationsTransformer" ->
                plain(kind).with(STRING_MAP, "annotations").with(FIELD_SPECS, "fieldSpecs");
            case "LabelTransformer" -> plain(kind).with(STRING_MAP, "labels").with(FIELD_SPECS, "fieldSpecs");
            case "NamespaceTransformer" ->
                withMetadata(kind)
                        .with(FIELD_SPECS, "fieldSpecs")
                        .with(BOOL, "unsetOnly")
                        .with(new Text("namespace.RoleBindingSubjectMode"), "setRoleBindingSubjects");
            case "PrefixTransformer" -> plain(kind).with(STRING, "prefix").with(FIELD_SPECS, "fieldSpecs");
            case "SuffixTransformer" -> plain(kind).with(STRING, "suffix").with(FIELD_SPECS, "fieldSpecs");
            case "PrefixSuffixTransformer" ->
                plain(kind).with(STRING, "prefix", "suffix").with(FIELD_SPECS, "fieldSpecs");
            case "ImageTagTransformer" -> plain(kind).with(IMAGE, "imageTag").with(FIELD_SPECS, "fieldSpecs");
            case "ReplicaCountTransformer" ->
                plain(kind).with(REPLICA, "replica").with(FIELD_SPECS, "fieldSpecs");
            case "PatchTransformer" ->
                plain(kind)
                        .with(STRING, "path", "patch")
                        .with(SELECTOR, "target")
                        .with(PATCH_ARGS, "options");
            case "PatchJson6902Transformer" ->
                plain(kind).with(SELECTOR, "target").with(STRING, "path", "jsonOp");
            case "PatchStrategicMergeTransformer" ->
                plain(kind)
                        .with(new Slice(new Text("types.PatchStrategicMerge")), "paths")
                        .with(STRING, "patches");
            case "ReplacementTransformer" -> plain(kind).with(new Slice(REPLACEMENT_FIELD), "replacements");
            case "ValueAddTransformer" ->
                plain(kind).with(STRING, "value", "targetFilePath").with(new Slice(VALUE_TARGET), "targets");
            case "HashTransformer", "HelmChartInflationGenerator" -> plain(kind);
            case "ConfigMapGenerator" -> withMetadata(kind).embedding(CONFIG_MAP_ARGS, "ConfigMapArgs");
            case "SecretGenerator" -> withMetadata(kind).embedding(SECRET_ARGS, "SecretArgs");
            case "IAMPolicyGenerator" ->
                plain(kind)
                        .with(new Text("types.Cloud"), "cloud")
                        .with(
                                new Struct("types.KubernetesService").with(STRING, "name", "namespace"),
                                "kubernetesService")
                        .with(new Struct("types.ServiceAccount").with(STRING, "name", "projectId"), "serviceAccount");
            default -> null;
        };
    }

    private static Struct plain(String kind) {
        return new Struct("builtins." + kind + "Plugin");
    }
}
