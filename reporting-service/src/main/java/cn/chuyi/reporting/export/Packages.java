package cn.chuyi.reporting.export;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Position;
import cn.chuyi.kit.http.ProblemException;
import cn.chuyi.kit.signing.Signing;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Recorded;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.proof.BoardPackage;
import cn.chuyi.reporting.proof.Bytes;
import cn.chuyi.reporting.proof.EventLine;
import cn.chuyi.reporting.proof.FlawException;
import cn.chuyi.reporting.proof.UnitPackage;
import cn.chuyi.reporting.score.Level;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes packages: what a result is made of is found in the ledger, its events are fetched from the topics. */
@ApplicationScoped
public class Packages {
    private static final Logger LOG = Logger.getLogger(Packages.class);
    private static final int TOGETHER = 40;

    private final Signing signing;
    private final Topics topics;

    Packages(Signing signing, Topics topics) {
        this.signing = signing;
        this.topics = topics;
    }

    /** @throws ProblemException 503 when there is no key to sign with */
    public void requireKey() {
        signing.require();
    }

    /** Plans packages of one cycle within a snapshot. */
    public static final class Planner {
        private final Cycle cycle;
        private final @Nullable Instant asOf;
        private final Basis basis;

        public Planner(Sql sql, Cycle cycle, @Nullable Instant asOf) {
            this.cycle = cycle;
            this.asOf = asOf;
            this.basis = new Basis(sql, cycle, asOf);
        }

        public Planned plan(Unit unit, Result result, String explanation) {
            var events = new TreeMap<Position, String>(Comparator.comparing(Position::topic)
                    .thenComparing(Position::partition)
                    .thenComparing(Position::offset));
            for (Recorded fact : basis.of(unit, result.edition())) {
                events.put(fact.position(), fact.id());
            }
            var canonical = result.canonical(cycle, unit).text();
            return new Planned(cycle, unit, result.edition(), asOf, canonical, explanation, events);
        }
    }

    /** @throws ProblemException 409 when the topics do not have the events any more, or they do not make the result */
    public byte[] unit(Planned planned) {
        return zip(planned, topics.read(planned.events().keySet()));
    }

    /**
     * A board into a file.
     *
     * @param units by code
     * @throws ProblemException as {@link #unit}
     */
    public void board(Cycle cycle, Level level, @Nullable Instant asOf, String scope, List<Planned> units, Path file) {
        var key = signing.require();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var board = new BoardPackage(out, signing.digest())) {
            for (int from = 0; from < units.size(); from += TOGETHER) {
                var some = units.subList(from, Math.min(from + TOGETHER, units.size()));
                var positions = new HashSet<Position>();
                some.forEach(unit -> positions.addAll(unit.events().keySet()));
                var records = topics.read(positions);
                for (var unit : some) {
                    board.add(unit.unit().code(), zip(unit, records), unit.canonical());
                }
            }
            board.finish(cycle.programme(), cycle.year(), level, asOf, scope, key);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a board's package", e);
        }
    }

    private byte[] zip(Planned planned, Map<Position, ConsumerRecord<String, byte[]>> records) {
        var events = new ArrayList<EventLine>();
        planned.events().forEach((position, id) -> events.add(line(position, id, records)));
        try {
            return new UnitPackage(
                            planned.cycle().programme(),
                            planned.cycle().year(),
                            planned.unit().level(),
                            planned.unit().code(),
                            planned.edition(),
                            planned.asOf(),
                            planned.canonical(),
                            planned.explanation(),
                            events)
                    .zip(signing.require(), signing.digest());
        } catch (FlawException e) {
            LOG.errorf("no package of %s: %s: %s", planned.unit().code(), e.flaw(), e.getMessage());
            throw refused(new Text(
                    e.flaw().about().zh() + "（详见服务日志）", e.flaw().about().en() + " (" + e.getMessage() + ")"));
        }
    }

    private static EventLine line(Position position, String id, Map<Position, ConsumerRecord<String, byte[]>> records) {
        var record = records.get(position);
        if (record == null || record.value() == null) {
            throw refused(new Text(position + " 已不在主题中", position + " is not on the topic any more"));
        }
        var headers = new ArrayList<EventLine.Header>();
        record.headers().forEach(header -> headers.add(new EventLine.Header(header.key(), Bytes.of(header.value()))));
        var line = new EventLine(
                record.topic(), record.partition(), record.offset(), record.key(), headers, Bytes.of(record.value()));
        if (!line.id().equals(id)) {
            throw refused(new Text(position + " 处的事件与读入时不同", position + " has another event than was folded"));
        }
        return line;
    }

    private static ProblemException refused(Text fault) {
        return new ProblemException(
                409,
                "RESULT_NOT_PROVABLE",
                new Text(
                        "该结果无法从主题中的事件复算，不符之处：" + fault.zh() + "。",
                        "The events on the topics do not prove the result; what is wrong: " + fault.en() + "."),
                new Text(
                        "请管理员核对主题与哈希链（/journal/verification），必要时重建。",
                        "An administrator checks the topics and the hash chain (/journal/verification), and rebuilds."),
                null);
    }
}
