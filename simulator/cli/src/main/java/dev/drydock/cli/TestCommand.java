package dev.drydock.cli;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.order.OrderResult;
import dev.drydock.scenario.order.Orders;
import dev.drydock.scenario.report.Report;
import dev.drydock.scenario.run.Runner;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs scenarios and says what held. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Runs scenarios and says what held. Exits 0 when all did, 1 when a check failed, 2 when something "
                        + "could not be judged.",
        footer = {"", "Marks: ✔ held, ✘ failed, ? not judged, ≈ a known difference, · nothing to judge."})
final class TestCommand implements Callable<Integer> {

    private static final int NAMED = 5;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Scenario files, or folders with *.scenario.yaml below them.")
    private List<Path> paths = List.of();

    @Option(names = "--name", paramLabel = "TEXT", description = "Only scenarios whose name contains this.")
    private String name = "";

    @Option(names = "--label", paramLabel = "KEY=VALUE", description = "Only scenarios with these labels.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Option(names = "--fail-fast", description = "Stops after the first scenario in which something did not hold.")
    private boolean failFast;

    @Option(names = "--shard", paramLabel = "I/N", description = "Only every N-th scenario, beginning with the I-th.")
    private String shard = "1/1";

    @Option(names = "--seed", paramLabel = "N", description = "Decides what the real system leaves open.")
    private @Nullable Long seed;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Runs each scenario in N orders, those of the seeds 0 to N-1, and says what depends on the "
                    + "order; then exits 1 when a verdict does.")
    private @Nullable Integer seeds;

    @Option(
            names = "--report",
            paramLabel = "FORM=FILE",
            split = ",",
            description = "Also writes a report: junit=FILE, json=FILE, html=FILE, github=FILE.",
            completionCandidates = Forms.class)
    private Map<Report, Path> reports = new LinkedHashMap<>();

    @Option(names = "--github", description = "Also prints annotations for GitHub Actions.")
    private boolean github;

    @Option(
            names = "--rerun",
            description = "Runs everything, also what held before over the same files by the same build.")
    private boolean rerun;

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Shard part = Shard.parse(shard);
        Orders orders = orders();
        Runner runner = Runner.of(new Seed(seed == null ? 0 : seed));
        if (orders == null) {
            SideBySide.begin(runner::prepare);
        }
        List<Path> files = ScenarioFiles.find(paths);
        checkForms();
        ReportFiles.check(reports, files);
        List<Scenario> all = ScenarioFiles.read(files);
        List<Scenario> chosen = part.of(all.stream().filter(this::isWanted).toList());
        if (chosen.isEmpty() && part.isAll()) {
            throw new BadInputException(
                    all.isEmpty()
                            ? "no *.scenario.yaml is below " + paths.get(0)
                                    + "; a scenario file of another name must be named"
                            : "no scenario has that name and those labels; found: " + names(all));
        }
        List<Told> told = run(chosen, runner, orders);
        List<ScenarioResult> results =
                results(told).stream().map(OrderResult::plain).toList();
        for (Map.Entry<Report, Path> report : reports.entrySet()) {
            write(report.getKey().write(results), report.getValue());
        }
        if (github) {
            console.print(Report.GITHUB.write(results).stripTrailing());
        }
        return told.stream().anyMatch(Told::changesVerdict) ? 1 : code(told);
    }

    private @Nullable Orders orders() {
        if (seeds == null) {
            return null;
        }
        if (seed != null) {
            throw new BadInputException("--seed runs one order and --seeds several; give one of them");
        }
        try {
            return Orders.of(seeds);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--seeds " + seeds + ": " + e.getMessage());
        }
    }

    /** A form of report that is given twice would silently be the later one. */
    private void checkForms() {
        OptionSpec option = spec.commandLine().getParseResult().matchedOption("--report");
        // picocli keeps form and file apart
        if (option != null && option.stringValues().size() > 2 * reports.size()) {
            throw new BadInputException("--report: a form of "
                    + reports.keySet().stream()
                            .map(form -> form.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + " is given twice; each can be written to one file");
        }
    }

    /** The first names, and how many more there are. */
    private static String names(List<Scenario> scenarios) {
        String first = scenarios.stream()
                .limit(NAMED)
                .map(scenario -> "\"" + scenario.name() + "\"")
                .collect(Collectors.joining(", "));
        return first + (scenarios.size() > NAMED ? " and " + (scenarios.size() - NAMED) + " more" : "");
    }

    private boolean isWanted(Scenario scenario) {
        return scenario.name().contains(name)
                && labels.entrySet().stream()
                        .allMatch(label ->
                                label.getValue().equals(scenario.labels().get(label.getKey())));
    }

    private List<Told> run(List<Scenario> scenarios, Runner runner, @Nullable Orders orders) {
        ResultPrinter printer = new ResultPrinter(console);
        OrderPrinter orderPrinter = new OrderPrinter(console);
        Progress progress = new Progress(console, scenarios.size());
        boolean onlyPrints = orders == null && reports.isEmpty() && !github;
        ResultCache cache = onlyPrints && !rerun ? ResultCache.of(seed + " " + console.terminal()) : ResultCache.none();
        List<Told> results = new ArrayList<>();
        Function<Scenario, Told> work = scenario -> {
            Optional<Path> place = cache.place(scenario);
            Optional<PrintedResult> kept = place.flatMap(ResultCache::find);
            if (kept.isPresent()) {
                return new Told(kept.get(), null);
            }
            long begin = System.nanoTime();
            OrderResult result =
                    orders == null ? new OrderResult(runner.run(scenario), 1, List.of()) : orders.run(scenario);
            long milliseconds = (System.nanoTime() - begin) / 1_000_000;
            place.ifPresent(file -> ResultCache.keep(file, printer.printed(result.plain(), "cached")));
            return new Told(printer.printed(result.plain(), milliseconds + " ms"), result);
        };
        try (SideBySide<Told> runs = new SideBySide<>(scenarios, work)) {
            for (Scenario scenario : scenarios) {
                progress.next(scenario.name());
                Told told = runs.next();
                progress.end();
                console.print(told.printed().text().stripTrailing());
                if (told.result() != null) {
                    orderPrinter.print(told.result());
                }
                console.flush();
                results.add(told);
                if (failFast && told.isWrong()) {
                    break;
                }
            }
        }
        printer.summary(
                results.stream().map(Told::printed).toList(),
                results.stream().filter(told -> told.result() == null).count(),
                scenarios.size() - results.size());
        if (orders != null) {
            orderPrinter.summary(results(results));
        }
        return results;
    }

    private static List<OrderResult> results(List<Told> told) {
        return told.stream()
                .map(Told::result)
                .flatMap(result -> Stream.ofNullable(result))
                .toList();
    }

    /** A result as it was printed; without the result itself when that was known from an earlier run. */
    private record Told(PrintedResult printed, @Nullable OrderResult result) {

        boolean changesVerdict() {
            return result != null && result.changesVerdict();
        }

        boolean isWrong() {
            return printed.verdict().compareTo(Verdict.FAILED) >= 0 || changesVerdict();
        }
    }

    /** The beginnings of reports for completion. */
    static final class Forms implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Report.values())
                    .map(form -> form.name().toLowerCase(Locale.ROOT) + "=")
                    .iterator();
        }
    }

    private static void write(String text, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(file, text);
    }

    private static int code(List<Told> told) {
        Verdict worst =
                told.stream().map(result -> result.printed().verdict()).reduce(Verdict.NO_ASSERTION, Verdict::and);
        return worst == Verdict.NOT_JUDGED ? 2 : worst == Verdict.FAILED ? 1 : 0;
    }
}
