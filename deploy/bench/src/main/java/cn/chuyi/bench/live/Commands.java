package cn.chuyi.bench.live;

import cn.chuyi.bench.suite.Caller;
import cn.chuyi.bench.suite.Caller.Answer;
import cn.chuyi.bench.suite.RunningSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Progress that is reported of one project after another, each time with another number of points, and the score of the
 * unit in which the project stands.
 */
final class Commands {
    private static final String REPORTER = "department";
    private static final String READER = "office";

    /** A prime, so that no project is ever reported twice in a row with the same points. */
    private static final int STEPS = 9973;

    /**
     * @param planned points of the year, which progress cannot exceed
     * @param turn who reports of it; two at once would be refused, rightly
     */
    private record Project(String id, String unit, BigDecimal planned, Lock turn) {}

    private final RunningSuite suite;
    private final Caller reporter;
    private final Caller reader;
    private final List<Project> projects;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();

    Commands(RunningSuite suite) throws IOException, InterruptedException {
        this.suite = suite;
        this.reporter = new Caller(suite, REPORTER);
        this.reader = new Caller(suite, READER);
        this.projects = projects();
    }

    /** How many answers so far were that the registry is too busy. */
    int putOff() {
        return putOff.get();
    }

    /**
     * Reports, as soon as the last report of the same project is answered, and reads the score as of then. Comes again
     * when the registry is too busy.
     *
     * @return nanoseconds, by {@link System#nanoTime()}, at which the command was answered
     */
    long perform() throws IOException, InterruptedException {
        int which = next.getAndIncrement();
        var project = projects.get(which % projects.size());
        var done = project.planned().subtract(BigDecimal.valueOf(1 + which % STEPS, 4));
        var body = "{\"year\":%d,\"done\":\"%s\",\"effectiveOn\":\"%d-12-15\"}"
                .formatted(RunningSuite.YEAR, done.toPlainString(), RunningSuite.YEAR);
        var answer = report(project, body);
        if (answer.status() != 200) {
            throw new IOException("progress was answered " + answer.status() + ": " + answer.text());
        }
        long answered = System.nanoTime();
        readAfter(project.unit(), Objects.requireNonNull(answer.position()));
        return answered;
    }

    /** Asks again when too many wait already. */
    private void readAfter(String unit, String position) throws IOException, InterruptedException {
        var uri = suite.uri(
                RunningSuite.REPORTING, "scores/%d/%s?wait=30s&after=%s".formatted(RunningSuite.YEAR, unit, position));
        long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        var answer = reader.send(reader.get(uri));
        while (answer.status() == 503 && System.nanoTime() < giveUp) {
            Thread.sleep(20);
            answer = reader.send(reader.get(uri));
        }
        if (answer.status() != 200) {
            throw new IOException("the score was answered " + answer.status() + ": " + answer.text());
        }
    }

    private Answer report(Project project, String body) throws IOException, InterruptedException {
        var uri = suite.uri(RunningSuite.REGISTRY, "projects/" + project.id() + "/progress");
        var request = reporter.post(uri, body)
                .with("Idempotency-Key", UUID.randomUUID().toString());
        project.turn().lockInterruptibly();
        try {
            long giveUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
            var answer = reporter.send(request);
            while (answer.status() == 503 && System.nanoTime() < giveUp) {
                putOff.incrementAndGet();
                Thread.sleep(Duration.ofSeconds(Objects.requireNonNull(answer.retryAfter())));
                answer = reporter.send(request);
            }
            return answer;
        } finally {
            project.turn().unlock();
        }
    }

    /** All projects that have points to do in the year. */
    private List<Project> projects() throws IOException, InterruptedException {
        var found = new ArrayList<Project>();
        var units = units();
        JsonNode page;
        var cursor = "";
        do {
            page = reporter.read(
                    reporter.get(suite.uri(RunningSuite.REGISTRY, "projects?programme=CHUYI-2022&limit=500" + cursor)));
            for (var item : page.path("items")) {
                add(found, units, item.path("id").asText());
            }
            cursor = "&cursor=" + page.path("next").asText();
        } while (page.hasNonNull("next"));
        if (found.isEmpty()) {
            throw new IllegalStateException("no project of the demo year has points to do");
        }
        return List.copyOf(found);
    }

    /** Codes of all that have a score; a project may stand elsewhere, in a zone for example. */
    private Set<String> units() throws IOException, InterruptedException {
        var scores = reader.read(
                reader.get(suite.uri(RunningSuite.REPORTING, "scores?limit=500&year=" + RunningSuite.YEAR)));
        var codes = new HashSet<String>();
        scores.path("items").forEach(score -> codes.add(score.at("/unit/code").asText()));
        return codes;
    }

    private void add(List<Project> found, Set<String> units, String id) throws IOException, InterruptedException {
        var page = reporter.read(reporter.get(suite.uri(RunningSuite.REGISTRY, "projects/" + id)));
        var planned = page.path("taskBooks")
                .path(Integer.toString(RunningSuite.YEAR))
                .path("planned")
                .asText("0");
        if (units.contains(page.path("locatedIn").asText())
                && new BigDecimal(planned).compareTo(BigDecimal.ONE) >= 0
                && !page.path("status").asText().equals("TERMINATED")) {
            found.add(new Project(id, page.path("locatedIn").asText(), new BigDecimal(planned), new ReentrantLock()));
        }
    }
}
