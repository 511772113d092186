package cn.chuyi.reporting.board;

import cn.chuyi.reporting.board.Corrected.Found;
import cn.chuyi.reporting.board.ProposalView.Correction;
import cn.chuyi.reporting.fold.Proposal;
import cn.chuyi.reporting.fold.Result;
import cn.chuyi.reporting.fold.ScoreTables.Row;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Divisions;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Item.State;
import cn.chuyi.reporting.score.Level;
import cn.chuyi.reporting.score.Ranking;
import cn.chuyi.reporting.score.Score;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows proposals to restate, with what made them and what they would do to totals and ranks. */
record Proposals(Sql sql, Cycle cycle) {

    List<ProposalView> of(Collection<Row> rows) {
        var corrected = new Corrected(sql, cycle);
        var found = corrected.of(rows);
        if (found.isEmpty()) {
            return List.of();
        }
        var codes = found.stream().map(one -> one.row().unit().code()).toList();
        var origins = Origins.of(sql, cycle, corrected, found);
        var names = new Divisions(sql).names(codes);
        var totals = new HashMap<Level, Map<String, BigDecimal>>();
        return found.stream()
                .map(one -> view(
                        one,
                        origins,
                        names,
                        totals.computeIfAbsent(
                                one.row().unit().level(),
                                level -> Ranked.totals(new Boards(sql).level(cycle, level, null), false))))
                .toList();
    }

    private ProposalView view(Found found, Origins origins, Map<String, String> names, Map<String, BigDecimal> totals) {
        var unit = found.row().unit();
        var score = found.proposal().score();
        var proposed = found.proposed();
        var movement = Movement.of(found.row().result(), found.catalogue(), proposed, found.catalogue());
        var after = new HashMap<>(totals);
        after.remove(unit.code());
        if (score.total() != null) {
            after.put(unit.code(), score.total());
        }
        return new ProposalView(
                cycle.programme(),
                cycle.year(),
                unit.level(),
                new Named(unit.code(), names.getOrDefault(unit.code(), unit.code())),
                found.row().result().edition(),
                Movement.side(found.row().result(), Ranking.of(totals).get(unit.code())),
                Movement.side(proposed, Ranking.of(after).get(unit.code())),
                movement.parts(),
                found.proposal().corrections().stream()
                        .map(one -> correction(found.row().result(), one, score, movement, origins.of(found, one)))
                        .toList(),
                movement.sentence());
    }

    private static Correction correction(
            Result published,
            Proposal.Correction correction,
            Score proposed,
            Movement movement,
            List<Explanation.Leaf> events) {
        var code = correction.indicator().code();
        var item = item(proposed, code);
        var was = item(published.score(), code);
        var source = correction.source();
        return new Correction(
                code,
                correction.indicator().name(),
                was == null ? null : was.value(),
                item == null ? State.MISSING : item.state(),
                item == null ? null : item.value(),
                source == null ? null : source.stream() + "@" + source.version(),
                movement.contribution(code),
                events);
    }

    private static @Nullable Item item(@Nullable Score score, String code) {
        return score == null
                ? null
                : score.items().stream()
                        .filter(item -> item.indicator().equals(code))
                        .findFirst()
                        .orElse(null);
    }
}
