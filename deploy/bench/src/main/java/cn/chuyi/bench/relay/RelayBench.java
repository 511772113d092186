package cn.chuyi.bench.relay;

import cn.chuyi.bench.Benchmark;
import cn.chuyi.bench.Figure;
import cn.chuyi.bench.Infrastructure;
import cn.chuyi.bench.Processes;
import cn.chuyi.bench.Run;
import cn.chuyi.bench.Temporary;
import cn.chuyi.bench.Usage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * A backlog that is there at once, through the relay of a service; beside it the same rows by COPY OUT and the same
 * records by a producer that does nothing else. Then appends of which one in five commits late.
 */
public final class RelayBench implements Benchmark {
    private static final int FULL = 1_000_000;
    private static final double HALF = 0.5;

    /** What one round took, in rows a second. */
    private record Round(double copied, double produced, double relayed, Usage usage) {

        double ratio() {
            return relayed / Math.min(copied, produced);
        }
    }

    @Override
    public Findings measure(Run run) throws Exception {
        int rows = run.quick() ? FULL / 20 : FULL;
        int rounds = run.quick() ? 1 : 3;
        try (var opened = run.opened().within()) {
            var folder = opened.open(() -> Temporary.folder("bench-relay")).folder();
            var ground = Infrastructure.start(opened, run.root(), folder, run.compiler());
            ground.postgres().database(Service.DATABASE);
            var service = Service.start(opened, run.root(), folder, ground, run.compiler());
            var topic = opened.open(() -> new Topic(ground.kafka().bootstrapServers(), Service.TOPIC));
            var journal = opened.open(() -> Journal.at(ground.postgres().jdbcUrl(Service.DATABASE)));
            var plain = opened.open(() -> new Plain(ground.kafka().bootstrapServers()));
            var found = new ArrayList<Round>();
            for (int round = 0; round <= rounds; round++) {
                var one = round(round, round == 0 ? rows / 5 : rows, journal, plain, topic, service);
                if (round > 0) {
                    found.add(one);
                }
            }
            int late = LateCommits.append(ground.postgres().jdbcUrl(Service.DATABASE), rows / 5);
            topic.await(journal, found.size() * (long) rows + rows / 5 + late);
            return findings(rows, found, late, topic.check(journal), service);
        }
    }

    private static Round round(int number, int rows, Journal journal, Plain plain, Topic topic, Service service)
            throws SQLException, IOException, InterruptedException {
        System.out.println(number == 0 ? "  warming up" : "  round " + number);
        journal.fill(number, rows);
        double copied = rows / journal.copyOut();
        double produced = rows / plain.send(journal.sample(), rows);
        long end = topic.end() + rows;
        var before = service.usage();
        long begin = System.nanoTime();
        journal.commit();
        topic.await(journal, end);
        double relayed = rows / ((System.nanoTime() - begin) / 1e9);
        var round = new Round(copied, produced, relayed, service.usage().since(before));
        System.out.printf(
                Locale.ROOT,
                "  COPY OUT %.0f/s, producer %.0f/s, relay %.0f/s; CPU s of the relay's turn: %s%n",
                copied,
                produced,
                relayed,
                round.usage().text());
        return round;
    }

    private static Findings findings(int rows, List<Round> rounds, int late, Topic.Order order, Service service) {
        var median = rounds.stream()
                .sorted((a, b) -> Double.compare(a.ratio(), b.ratio()))
                .toList()
                .get(rounds.size() / 2);
        var figures = List.of(
                Figure.atLeast(
                        String.format(
                                Locale.ROOT, "relay of %d rows, by rate: the lower of COPY OUT and producer", rows),
                        median.ratio(),
                        "",
                        HALF,
                        String.format(
                                Locale.ROOT,
                                "%.0f/s beside %.0f/s and %.0f/s",
                                median.relayed(),
                                median.copied(),
                                median.produced())),
                Figure.atMost(
                        "relay: records lost or out of order, 20 % of transactions long",
                        order.wrong(),
                        "records",
                        0,
                        "%d rows, %d of them while others committed late; %d sent twice"
                                .formatted(order.rows(), late, order.repeated())));
        var peak = new LinkedHashMap<String, Double>();
        service.processes().forEach((name, process) -> peak.put(name, Processes.peak(process)));
        return new Findings(
                figures,
                List.of(
                        "- relay of %d rows: CPU s: %s"
                                .formatted(rows, median.usage().text()),
                        String.format(
                                Locale.ROOT,
                                "- relay: peak MiB: service %.0f, broker %.0f",
                                peak.get("service"),
                                peak.get("kafka"))));
    }
}
