package dev.drydock.cli;

import dev.drydock.flux.repository.Content;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.ManifestReader;
import dev.drydock.scenario.OutcomeKind;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.replay.ClusterEntry;
import dev.drydock.scenario.replay.InstallationException;
import dev.drydock.scenario.replay.WorkingCopy;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.Outcome;
import dev.drydock.scenario.run.Replay;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reconciles a platform team's repository and says what comes of it. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Reconciles a repository as its clusters do, from gotk-sync.yaml or a FluxInstance on, under the flags "
                        + "with which it installs the controllers. Exits 0 when everything is accepted, 1 when something is not, 2 "
                        + "when something is not modelled.")
final class ReplayCommand implements Callable<Integer> {

    private static final Duration WITHIN = Duration.ofHours(1);

    private final Console console;
    private final Set<String> used = new HashSet<>();
    private final Map<String, String> unused = new LinkedHashMap<>();

    @Parameters(paramLabel = "DIR", description = "A working copy of the repository.")
    private Path directory = Path.of("");

    @Option(
            names = "--cluster",
            paramLabel = "PATH",
            description = "Only the clusters whose entry lies below this path of the repository.")
    private String cluster = "";

    @Option(
            names = "--repository",
            paramLabel = "URL=DIR",
            description = "What another repository serves; those that nobody describes are not modelled.")
    private Map<String, Path> repositories = new LinkedHashMap<>();

    @Option(
            names = "--apply",
            paramLabel = "FILE",
            description = "Manifests that the platform team applied before, as Secrets that are not in the repository.")
    private List<Path> applied = new ArrayList<>();

    @Option(
            names = "--tenancy",
            paramLabel = "lockdown|open",
            completionCandidates = Tenancies.class,
            description = "The flags of the controllers where the repository does not install them.")
    private @Nullable String tenancy;

    @Option(
            names = "--trust-signatures",
            description = "Takes every signature that a source asks for as good; otherwise they are not modelled.")
    private boolean trustSignatures;

    @Option(names = "--seed", paramLabel = "N", description = "Decides what the real system leaves open.")
    private long seed;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (tenancy != null && !tenancy.equals("lockdown") && !tenancy.equals("open")) {
            throw new BadInputException("--tenancy " + tenancy + ": lockdown or open is expected");
        }
        Content written = content(directory);
        String below = directory + "/" + cluster;
        refuse(ClusterEntry.unreadable(written, directory.toString(), false).stream()
                .filter(problem -> problem.location().file().startsWith(below))
                .toList());
        Content repository = ClusterEntry.bootstrapped(written);
        Map<String, Content> others = new LinkedHashMap<>();
        for (Map.Entry<String, Path> other : repositories.entrySet()) {
            others.put(other.getKey(), content(other.getValue()));
        }
        List<MapNode> given = new ArrayList<>();
        for (Path file : applied) {
            given.addAll(ManifestReader.read(file, file.toString()));
        }
        int code = 0;
        for (ClusterEntry entry : entries(repository)) {
            code = Math.max(code, replay(entry, repository, others, given));
        }
        unused.values().forEach(hint -> console.print(console.yellow("note") + "  --repository: " + hint));
        return code;
    }

    private List<ClusterEntry> entries(Content repository) {
        List<ClusterEntry> all = ClusterEntry.starts(repository, repositories.keySet()).stream()
                .filter(entry -> !entry.objects().isEmpty())
                .toList();
        List<ClusterEntry> chosen =
                all.stream().filter(entry -> entry.file().startsWith(cluster)).toList();
        if (all.isEmpty()) {
            ClusterEntry.in(repository).stream()
                    .filter(entry -> entry.instance() == null)
                    .findFirst()
                    .ifPresent(entry -> {
                        throw new BadInputException(entry.file() + " begins no cluster: --repository says what "
                                + entry.objects().get(0).findText("spec", "url") + " serves");
                    });
        }
        if (all.isEmpty()) {
            refuse(ClusterEntry.unreadable(repository, directory.toString(), true));
        }
        if (chosen.isEmpty()) {
            throw new BadInputException(
                    all.isEmpty()
                            ? directory + " holds no cluster: a file with a source and a Kustomization named as their "
                                    + "namespace, as flux bootstrap writes gotk-sync.yaml, or a FluxInstance with spec.sync "
                                    + "is expected"
                            : "no cluster begins below " + cluster + "; clusters begin in "
                                    + all.stream().map(ClusterEntry::file).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private static void refuse(List<Diagnostic> unreadable) {
        if (!unreadable.isEmpty()) {
            throw new YamlException(unreadable);
        }
    }

    private Content content(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder + ": no such folder");
        }
        Path absolute = folder.toAbsolutePath().normalize();
        WorkingCopy copy = WorkingCopy.read(absolute, folder.toString());
        noteFiles(folder, copy.ignored(), "ignored by Git, and left out");
        noteFiles(folder, copy.untracked(), "not tracked by Git: a clone has it only once it is committed");
        return copy.content();
    }

    private void noteFiles(Path folder, List<String> files, String what) {
        if (!files.isEmpty()) {
            String more = files.size() == 1 ? "" : " (and " + (files.size() - 1) + " more)";
            console.print(console.yellow("note") + "  " + folder + ": " + files.get(0) + more + " is " + what);
        }
    }

    private int replay(ClusterEntry entry, Content repository, Map<String, Content> others, List<MapNode> given) {
        try {
            ClusterEntry.Beginning beginning = entry.beginning(repository);
            Profile profile = profile(entry, beginning.profile());
            List<MapNode> before = new ArrayList<>(beginning.installed());
            before.addAll(given);
            console.print(entry.file() + "  " + flags(profile));
            World world = Replay.of(
                    beginning.objects(), repository, others, before, profile, new Seed(seed), trustSignatures, WITHIN);
            noteUse(world);
            return print(world);
        } catch (InstallationException e) {
            throw new BadInputException(entry.file() + ": " + e.getMessage());
        } catch (NotModelledException e) {
            console.print(console.yellow("?") + " " + entry.file() + "  NotModelled: " + e.getMessage());
            return 2;
        }
    }

    /** What no source of any cluster asked for. */
    private void noteUse(World world) {
        for (String url : repositories.keySet()) {
            Optional<String> hint = world.unused(url);
            if (hint.isEmpty()) {
                used.add(url);
                unused.remove(url);
            } else if (!used.contains(url)) {
                unused.put(url, hint.get());
            }
        }
    }

    private Profile profile(ClusterEntry entry, Profile.@Nullable Changes seen) {
        if (seen != null) {
            return Profile.DEFAULT.with(seen);
        }
        if (tenancy == null) {
            throw new BadInputException(
                    entry.file() + ": the repository installs no controllers of Flux there, so their flags "
                            + "are not known; give --tenancy lockdown or --tenancy open");
        }
        return tenancy.equals("open") ? Profile.DEFAULT.open() : Profile.DEFAULT;
    }

    /** The values of --tenancy for completion. */
    static final class Tenancies implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("lockdown", "open").iterator();
        }
    }

    private static String flags(Profile profile) {
        var flags = profile.fluxProfile();
        return "--no-cross-namespace-refs=" + flags.noCrossNamespaceRefs() + " --no-remote-bases="
                + flags.noRemoteBases()
                + (flags.defaultServiceAccount().isEmpty()
                        ? ""
                        : " --default-service-account=" + flags.defaultServiceAccount());
    }

    private int print(World world) {
        int code = 0;
        for (RequestResult request : world.requests()) {
            if (!request.isAccepted()) {
                console.print("  " + console.red("✘") + " " + request.object() + "  " + request.code() + " "
                        + request.message());
                code = 1;
            }
        }
        for (Map.Entry<Target, Outcome> object : world.fluxOutcomes().entrySet()) {
            Outcome outcome = object.getValue();
            boolean good = outcome.kind() == OutcomeKind.ACCEPTED || outcome.kind() == OutcomeKind.SUSPENDED;
            boolean unknown = outcome.kind() == OutcomeKind.NOT_MODELLED;
            String mark = good ? console.green("✔") : unknown ? console.yellow("?") : console.red("✘");
            console.print("  " + mark + " " + object.getKey() + "  "
                    + outcome.describe().replace("\n", "\n      "));
            if (!good) {
                for (Finding.Line line : outcome.because()) {
                    console.print("      " + line.label() + "  " + line.text());
                }
                code = Math.max(code, unknown ? 2 : 1);
            }
        }
        return code;
    }
}
