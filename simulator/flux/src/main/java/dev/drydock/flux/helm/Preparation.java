package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.LoadedChart;
import dev.drydock.flux.helm.ChartEngine.Rendering;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything of an action before its new revision is stored: nothing of it leaves a trace when it fails. */
final class Preparation {

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final MapNode ERROR = MapNode.of("error", MapNode.EMPTY);
    private static final int LONGEST_NAME = 53;
    private static final int DEFINITIONS_TIMEOUT = 60;

    private final ReleaseTools tools;
    private final @Nullable LoadedChart chart;
    private final MapNode values;

    /** A preparation with the chart and values of the HelmRelease; no chart for actions that need none. */
    Preparation(ReleaseTools tools, @Nullable LoadedChart chart, MapNode values) {
        this.tools = tools;
        this.chart = chart;
        this.values = values;
    }

    private LoadedChart chart() {
        LoadedChart loaded = chart;
        if (loaded == null) {
            throw new IllegalStateException("an action that renders needs a chart");
        }
        return loaded;
    }

    private Instant now() {
        return tools.kernel().now();
    }

    /** Definitions of the chart come first (helm-controller internal/action/crds.go). */
    Operation applyDefinitions(Operation operation) {
        String section = operation.action() == Operation.Action.INSTALL ? "install" : "upgrade";
        String policy = tools.text(section, "crds");
        List<String> texts = chart().definitions();
        if (texts.isEmpty()) {
            return operation.next(List.of(), now());
        }
        if (policy.equals("Skip")) {
            tools.log().add("skipping CustomResourceDefinition apply: policy is set to Skip");
            return operation.next(List.of(), now());
        }
        boolean serverSide = serverSide(operation);
        List<Resource> applied = new ArrayList<>();
        try {
            List<Resource> definitions = definitions(texts);
            tools.log()
                    .add("applying CustomResourceDefinition(s) with policy " + (policy.isEmpty() ? "Create" : policy));
            for (Resource definition : definitions) {
                applied.addAll(
                        policy.equals("CreateReplace")
                                ? replaced(definition, serverSide)
                                : created(definition, serverSide));
            }
        } catch (HelmFailure e) {
            throw e.after("failed to apply CustomResourceDefinitions: ");
        }
        String prefix = "failed to apply CustomResourceDefinitions: failed to wait for CustomResourceDefinition(s): ";
        return operation.next(List.of(new Step.WaitReady(applied, DEFINITIONS_TIMEOUT, prefix)), now());
    }

    /** Whatever else the folder holds is passed over. */
    private List<Resource> definitions(List<String> texts) {
        Map<String, String> origin = Map.of(
                "helm.toolkit.fluxcd.io/name", ObjectFields.name(tools.object()),
                "helm.toolkit.fluxcd.io/namespace", ObjectFields.namespace(tools.object()));
        List<Resource> definitions = new ArrayList<>();
        for (String text : texts) {
            for (Resource resource : tools.manifests().build(text, false)) {
                if (resource.kind().groupKind().equals("CustomResourceDefinition.apiextensions.k8s.io")) {
                    definitions.add(resource.labelled(origin));
                }
            }
        }
        return definitions;
    }

    private List<Resource> created(Resource definition, boolean serverSide) {
        try {
            if (!serverSide && tools.objects().get(definition).isPresent()) {
                return List.of();
            }
            tools.objects().create(List.of(definition), serverSide, true);
            return List.of(definition);
        } catch (HelmFailure e) {
            throw logged(e.after("failed to create CustomResourceDefinition " + definition.name() + ": "));
        }
    }

    private HelmFailure logged(HelmFailure failure) {
        tools.log().add("error: " + failure.words());
        return failure;
    }

    private List<Resource> replaced(Resource definition, boolean serverSide) {
        Optional<MapNode> live;
        try {
            live = tools.objects().get(definition);
        } catch (HelmFailure e) {
            throw logged(e.after("failed to get CustomResourceDefinition " + definition.name() + ": "));
        }
        List<Resource> originals = live.map(object -> List.of(new Resource(object, definition.kind())))
                .orElse(List.of());
        String error = tools.objects()
                .update(
                        originals,
                        List.of(definition),
                        new ReleaseObjects.UpdateOptions(serverSide, !serverSide, false, false))
                .error();
        if (!error.isEmpty()) {
            throw new HelmFailure("failed to update CustomResourceDefinition(s): " + error);
        }
        return List.of(definition);
    }

    private boolean serverSide(Operation operation) {
        if (operation.action() == Operation.Action.INSTALL) {
            return !tools.isFalse("install", "serverSideApply");
        }
        String wanted =
                tools.text(operation.action() == Operation.Action.ROLLBACK ? "rollback" : "upgrade", "serverSideApply");
        return switch (wanted) {
            case "enabled" -> true;
            case "disabled" -> false;
            default ->
                tools.storage()
                        .last(operation.name())
                        .orElseThrow(() -> new HelmFailure(noneDeployed(operation.name())))
                        .isServerSide();
        };
    }

    private static String noneDeployed(String name) {
        return "\"" + name + "\" has no deployed releases";
    }

    /** Stores the new revision, or the changed one. */
    Operation prepare(Operation operation) {
        return switch (operation.action()) {
            case INSTALL -> install(operation);
            case UPGRADE -> upgrade(operation);
            case ROLLBACK -> rollback(operation);
            case UNINSTALL -> uninstall(operation);
            case TEST -> test(operation);
        };
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    private Operation install(Operation operation) {
        String name = operation.name();
        if (!isName(name)) {
            tools.log().add("error: release name check failed", ERROR);
            throw new HelmFailure("release name check failed: release name \"" + name
                    + "\": invalid release name, must match regex"
                    + " ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
                    + " and the length must not be longer than 53");
        }
        List<Release> history = history(name);
        boolean replaces = tools.isTrue("install", "replace");
        Release last = history.isEmpty() ? null : history.get(history.size() - 1);
        if (last != null
                && !(replaces
                        && (last.status().equals(Release.UNINSTALLED)
                                || last.status().equals(Release.FAILED)))) {
            tools.log().add("error: release name check failed", ERROR);
            throw new HelmFailure("release name check failed: cannot reuse a name that is still in use");
        }
        boolean serverSide = serverSide(operation);
        Release release = render(name, tools.settings().releaseNamespace(), 1, false, values, serverSide)
                .with("pending-install", "Initial install underway");
        List<Resource> targets;
        try {
            targets = tools.manifests().build(release.manifest(), validates("install"));
        } catch (HelmFailure e) {
            throw e.after("unable to build kubernetes objects from release manifest: ");
        }
        targets = targets.stream().map(target -> target.ownedBy(release)).toList();
        List<Resource> adopted;
        try {
            adopted = tools.objects().existing(targets, !tools.isTrue("install", "disableTakeOwnership"), release);
        } catch (HelmFailure e) {
            throw e.after("unable to continue with install: ");
        }
        createNamespace(serverSide);
        Release stored = release;
        Operation prepared = operation;
        if (last != null) {
            stored = new Release(release.node().with("version", last.version() + 1));
            Release superseded = last.withStatus(Release.SUPERSEDED);
            try {
                tools.storage().update(superseded);
                prepared = prepared.observing(superseded);
            } catch (HelmFailure e) {
                prepared = operation;
            }
        }
        tools.storage().create(stored, 0);
        List<Step> steps = new ArrayList<>();
        boolean hooks = !tools.isTrue("install", "disableHooks");
        if (hooks) {
            steps.addAll(HookSteps.of(stored.hooks(), "pre-install", "failed pre-install: "));
        }
        steps.add(new Step.Apply());
        steps.add(new Step.WaitReady(targets, 0, ""));
        if (hooks) {
            steps.addAll(HookSteps.of(stored.hooks(), "post-install", "failed post-install: "));
        }
        steps.add(new Step.Finish());
        return prepared.with(stored)
                .withServerSide(serverSide)
                .withObjects(adopted, targets)
                .observing(stored)
                .next(steps, now());
    }

    private List<Release> history(String name) {
        try {
            return tools.storage().history(name).orElse(List.of());
        } catch (HelmFailure e) {
            return List.of();
        }
    }

    private boolean validates(String section) {
        return !tools.isTrue(section, "disableOpenAPIValidation");
    }

    /** Only a namespace that the spec names as target is created, and an existing one is patched. */
    private void createNamespace(boolean serverSide) {
        String target = tools.text("targetNamespace");
        if (target.isEmpty() || !tools.isTrue("install", "createNamespace")) {
            return;
        }
        MapNode namespace = MapNode.of("apiVersion", "v1", "kind", "Namespace")
                .with("metadata", MapNode.of("name", target, "labels", MapNode.of("name", target)));
        Resource resource = new Resource(namespace, new GroupVersionKind("", "v1", "Namespace"));
        if (!serverSide && tools.objects().get(resource).isPresent()) {
            return;
        }
        tools.objects().create(List.of(resource), serverSide, false);
    }

    private Release render(
            String name, String namespace, int revision, boolean isUpgrade, MapNode config, boolean serverSide) {
        String section = isUpgrade ? "upgrade" : "install";
        Rendering rendering = chart().render(new ChartEngine.Request(
                tools.object(),
                config,
                name,
                namespace,
                revision,
                isUpgrade,
                tools.isTrue(section, "disableSchemaValidation"),
                tools.client()));
        List<Node> hooks =
                rendering.hooks().stream().map(hook -> (Node) hook.node()).toList();
        String time = now().toString();
        return new Release(MapNode.builder()
                .put("name", name)
                .put("info", MapNode.of("first_deployed", time, "last_deployed", time, "notes", rendering.notes()))
                .put("chart", MapNode.of("metadata", chart().metadata(), "values", chart().values()))
                .put("config", config)
                .put("manifest", rendering.manifest())
                .put("hooks", ListNode.of(hooks))
                .put("version", revision)
                .put("namespace", namespace)
                .put("apply_method", serverSide ? "ssa" : "csa")
                .build());
    }

    private Operation upgrade(Operation operation) {
        String name = operation.name();
        if (!isName(name)) {
            throw new HelmFailure("release name is invalid: " + name);
        }
        MapNode named = MapNode.of("name", name);
        tools.log().add("preparing upgrade", named);
        Release last = tools.storage().last(name).orElseThrow(() -> new HelmFailure(noneDeployed(name)));
        if (last.isPending()) {
            throw new HelmFailure("another operation (install/upgrade/rollback) is in progress");
        }
        Release current = current(last);
        boolean serverSide = serverSide(operation);
        boolean reuses = tools.isTrue("upgrade", "preserveValues");
        tools.log()
                .add(reuses ? "reusing the old release's values" : "resetting values to the chart's original version");
        MapNode config = reuses ? ReusedValues.of(current, values) : values;
        Release rendered = render(name, current.namespace(), last.version() + 1, true, config, serverSide);
        Release release = new Release(rendered.node()
                        .with(List.of("info", "first_deployed"), current.node().findText("info", "first_deployed")))
                .with("pending-upgrade", "Preparing upgrade");
        tools.log()
                .add(
                        "determined release apply method",
                        MapNode.of(
                                "previous_release_apply_method",
                                last.node().findText("apply_method"),
                                "server_side_apply",
                                serverSide));
        boolean validates = validates("upgrade");
        List<Resource> targets = tools.manifests().build(release.manifest(), validates);
        tools.log().add("performing update", named);
        List<Resource> originals = originals(current);
        targets = targets.stream().map(target -> target.ownedBy(release)).toList();
        List<Resource> added = new ArrayList<>();
        for (Resource target : targets) {
            if (originals.stream().noneMatch(target::isSameVersion)) {
                added.add(target);
            }
        }
        try {
            originals.addAll(
                    tools.objects().existing(added, !tools.isTrue("upgrade", "disableTakeOwnership"), release));
        } catch (HelmFailure e) {
            throw e.after("unable to continue with update: ");
        }
        tools.log().add("creating upgraded release", named);
        tools.storage().create(release, tools.settings().maxHistory());
        List<Step> steps = new ArrayList<>();
        boolean hooks = !tools.isTrue("upgrade", "disableHooks");
        if (!hooks) {
            tools.log().add("upgrade hooks disabled", named);
        }
        if (hooks) {
            steps.addAll(HookSteps.of(release.hooks(), "pre-upgrade", "pre-upgrade hooks failed: "));
        }
        steps.add(new Step.Apply());
        steps.add(new Step.WaitReady(targets, 0, ""));
        if (hooks) {
            steps.addAll(HookSteps.of(release.hooks(), "post-upgrade", "post-upgrade hooks failed: "));
        }
        steps.add(new Step.Finish());
        return operation
                .with(release)
                .withOriginal(current)
                .withServerSide(serverSide)
                .withObjects(originals, targets)
                .observing(release)
                .next(steps, now());
    }

    /** The revision that the cluster is thought to show: the last one, or the last deployed one. */
    private Release current(Release last) {
        if (last.status().equals(Release.DEPLOYED)) {
            return last;
        }
        List<Release> deployed = tools.storage().deployed(last.name());
        if (!deployed.isEmpty()) {
            return deployed.get(deployed.size() - 1);
        }
        if (last.status().equals(Release.FAILED) || last.status().equals(Release.SUPERSEDED)) {
            return last;
        }
        throw new HelmFailure(noneDeployed(last.name()));
    }

    private List<Resource> originals(Release release) {
        try {
            return new ArrayList<>(tools.manifests().build(release.manifest(), false));
        } catch (HelmFailure e) {
            throw e.after("unable to build kubernetes objects from current release manifest: ");
        }
    }

    private Operation rollback(Operation operation) {
        String name = operation.name();
        MapNode named = MapNode.of("name", name);
        tools.log().add("preparing rollback", named);
        Release current = tools.storage().last(name).orElseThrow(() -> new HelmFailure(ReleaseStorage.NOT_FOUND));
        int version = rollbackVersion();
        tools.log()
                .add(
                        "rolling back",
                        MapNode.of("currentVersion", current.version(), "name", name, "targetVersion", version));
        Release previous = tools.storage()
                .get(name, version)
                .orElseThrow(() -> new HelmFailure("release has no " + version + " version"));
        boolean serverSide = switch (tools.text("rollback", "serverSideApply")) {
            case "enabled" -> true;
            case "disabled" -> false;
            default -> previous.isServerSide();
        };
        Release target = new Release(previous.node()
                        .with("namespace", current.namespace())
                        .with("version", current.version() + 1)
                        .with("apply_method", serverSide ? "ssa" : "csa")
                        .with(
                                "info",
                                MapNode.of(
                                        "first_deployed",
                                        current.node().findText("info", "first_deployed"),
                                        "last_deployed",
                                        now().toString(),
                                        "notes",
                                        previous.node().findText("info", "notes"))))
                .with("pending-rollback", "Rollback to " + version);
        tools.log().add("creating rolled back release", named);
        tools.storage().create(target, tools.settings().maxHistory());
        tools.log().add("performing rollback", named);
        Operation stored = operation.with(target).withOriginal(current).observing(target);
        List<Resource> targets;
        List<Resource> originals;
        try {
            originals = originals(current);
            targets = tools.manifests().build(target.manifest(), false);
        } catch (HelmFailure e) {
            return stored.failed(e.words());
        }
        targets = targets.stream().map(resource -> resource.ownedBy(target)).toList();
        List<Step> steps = new ArrayList<>();
        boolean hooks = !tools.isTrue("rollback", "disableHooks");
        if (hooks) {
            steps.addAll(HookSteps.of(target.hooks(), "pre-rollback", ""));
        }
        steps.add(new Step.Apply());
        steps.add(new Step.WaitReady(targets, 0, ""));
        if (hooks) {
            steps.addAll(HookSteps.of(target.hooks(), "post-rollback", ""));
        }
        steps.add(new Step.Finish());
        return stored.withServerSide(serverSide).withObjects(originals, targets).next(steps, now());
    }

    private int rollbackVersion() {
        boolean ignoresTests = tools.settings().upgradeRemediation().ignoresTestFailures();
        return History.previous(tools.object(), ignoresTests)
                .map(History::version)
                .orElse(0);
    }

    private Operation uninstall(Operation operation) {
        String name = operation.name();
        Optional<List<Release>> history;
        try {
            history = tools.storage().history(name);
        } catch (HelmFailure e) {
            throw e.after("uninstall: Release not loaded: " + name + ": ");
        }
        if (history.isEmpty()) {
            throw new HelmFailure("uninstall: Release not loaded: " + name + ": " + ReleaseStorage.NOT_FOUND);
        }
        if (history.get().isEmpty()) {
            throw new HelmFailure("no release provided");
        }
        Release last = history.get().get(history.get().size() - 1);
        if (last.status().equals(Release.UNINSTALLED)) {
            if (tools.isTrue("uninstall", "keepHistory")) {
                throw new HelmFailure("the release named \"" + name + "\" is already deleted");
            }
            return operation.with(last).next(List.of(new Step.Finish()), now());
        }
        tools.log().add("uninstall: deleting release", MapNode.of("name", name));
        List<Step> steps = new ArrayList<>();
        boolean hooks = !tools.isTrue("uninstall", "disableHooks");
        if (!hooks) {
            tools.log().add("delete hooks disabled", MapNode.of("release", name));
        }
        if (hooks) {
            steps.addAll(HookSteps.of(last.hooks(), "pre-delete", ""));
        }
        steps.add(new Step.Delete());
        if (hooks) {
            steps.addAll(HookSteps.of(last.hooks(), "post-delete", ""));
        }
        steps.add(new Step.Finish());
        return operation.with(last.deleted(now())).next(steps, now());
    }

    private Operation test(Operation operation) {
        Release last =
                tools.storage().last(operation.name()).orElseThrow(() -> new HelmFailure(ReleaseStorage.NOT_FOUND));
        Set<String> included = new TreeSet<>();
        Set<String> excluded = new TreeSet<>();
        for (Node filter : tools.object().findList("spec", "test", "filters")) {
            (filter.isTrue("exclude") ? excluded : included).add(filter.findText("name"));
        }
        List<Hook> hooks = last.hooks().stream()
                .filter(hook -> !excluded.contains(hook.name()))
                .filter(hook -> included.isEmpty() || included.contains(hook.name()))
                .toList();
        List<Step> steps = new ArrayList<>(HookSteps.of(hooks, "test", ""));
        // What succeeded is deleted after the result was stored.
        List<Step> deletions = steps.stream().filter(Preparation::isCleanup).toList();
        steps.removeAll(deletions);
        steps.add(new Step.Finish());
        for (Step step : deletions) {
            steps.add(new Step.DeleteHook(((Step.DeleteHook) step).hook(), Hook.SUCCEEDED, "", true));
        }
        return operation.with(last).withServerSide(last.isServerSide()).next(steps, now());
    }

    private static boolean isCleanup(Step step) {
        return step instanceof Step.DeleteHook delete && delete.policy().equals(Hook.SUCCEEDED);
    }

    /** The objects of a release that an uninstall deletes, in the order of deletion. */
    List<Resource> deletable(Release release) {
        List<Resource> resources = new ArrayList<>(tools.manifests().build(release.manifest(), false));
        resources.removeIf(resource -> resource.object()
                .findText("metadata", "annotations", "helm.sh/resource-policy")
                .trim()
                .equalsIgnoreCase("keep"));
        resources.sort(UninstallOrder.COMPARATOR);
        return resources;
    }
}
