package cn.chuyi.assessment.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.assessment.Catalogues;
import cn.chuyi.assessment.cases.CaseCommand.Confirm;
import cn.chuyi.assessment.cases.CaseCommand.Dispute;
import cn.chuyi.assessment.cases.CaseCommand.Exemption;
import cn.chuyi.assessment.cases.CaseCommand.OpenCase;
import cn.chuyi.assessment.cases.CaseCommand.Report;
import cn.chuyi.assessment.cases.CaseCommand.Review;
import cn.chuyi.assessment.cases.CaseCommand.Take;
import cn.chuyi.assessment.cases.CaseCommand.Value;
import cn.chuyi.assessment.cases.CaseCommand.Verification;
import cn.chuyi.assessment.cases.CaseCommand.Withdraw;
import cn.chuyi.assessment.cases.CaseEvent.StepTaken;
import cn.chuyi.assessment.catalogue.Level;
import cn.chuyi.assessment.procedure.ProcedureFile;
import cn.chuyi.assessment.procedure.State;
import cn.chuyi.assessment.procedure.Step;
import cn.chuyi.kit.decision.Decision.Accepted;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories that random people make of one case: whatever they try, what is recorded keeps its promises. */
class CaseFoldTest {
    private static final CaseCodec CODEC =
            new CaseCodec(ProcedureFile.procedure().facts());
    private static final JsonNode COUNTY = Catalogues.county(2025);
    private static final List<String> REPORTED = Catalogues.reported(COUNTY);
    private static final List<String> ODD_VALUES = List.of("A", "B", "90", "100.5", "many", "", "8", "30.25");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_case_read_back_from_the_wire_is_the_case_that_was_decided_on(long seed) {
        var live = new ArrayList<Case>();
        var history = history(new Random(seed), live);

        Case replayed = Case.NONE;
        for (CaseEvent event : history) {
            replayed = Case.evolve(replayed, CODEC.decode(CODEC.type(event), CODEC.encode(event)));
        }

        assertThat(replayed).isEqualTo(live.getLast());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_case_moves_along_rows_of_the_table_and_goes_back_at_most_twice(long seed) {
        var history = history(new Random(seed), new ArrayList<>());

        State at = State.NOT_STARTED;
        int returns = 0;
        for (CaseEvent event : history) {
            if (event instanceof StepTaken step) {
                State from = at;
                assertThat(step.move().from()).isEqualTo(from);
                assertThat(ProcedureFile.procedure().from(from, Level.COUNTY))
                        .anyMatch(row ->
                                row.to() == step.move().to() && row.fact().equals(step.fact()));
                at = step.move().to();
                returns += at == State.RETURNED ? 1 : 0;
            }
        }
        assertThat(returns).isLessThanOrEqualTo(2);
    }

    @Test
    void some_of_the_histories_go_all_the_way_to_a_published_result() {
        long published = seeds().filter(seed -> {
                    var live = new ArrayList<Case>();
                    history(new Random(seed), live);
                    return live.getLast().state() == State.PUBLISHED;
                })
                .count();

        assertThat(published).isPositive();
    }

    /** Facts of a history that begins with the notice; {@code live} gets the case after each command. */
    private static List<CaseEvent> history(Random random, List<Case> live) {
        var history = new ArrayList<CaseEvent>();
        Case now = Case.NONE;
        CaseCommand next = new OpenCase(Situation.opened(Level.COUNTY), Situation.TODAY);
        for (int i = 0; i < 200 && now.state() != State.PUBLISHED; i++) {
            Setting setting = random.nextBoolean()
                    ? Situation.collecting(Situation.ALL)
                    : Situation.setting(pick(random, List.of(Situation.ALL)));
            if (Decisions.decide(setting, now, next) instanceof Accepted<CaseEvent>(var events)) {
                for (CaseEvent event : events) {
                    now = Case.evolve(now, event);
                    history.add(event);
                }
            }
            live.add(now);
            next = command(random, now);
        }
        return history;
    }

    private static CaseCommand command(Random random, Case now) {
        return switch (random.nextInt(10)) {
            case 0 -> new Report(List.of(new Value("", pick(random, REPORTED), pick(random, ODD_VALUES), List.of())));
            case 1 ->
                new Report(REPORTED.stream()
                        .map(code -> new Value("", code, Catalogues.value(COUNTY, code), List.of()))
                        .toList());
            case 2 -> new Dispute(pick(random, REPORTED), "理由", null);
            case 3 -> new Review(List.of(), List.of(new Exemption("", pick(random, REPORTED), "不适用")), false);
            case 4 ->
                new Review(
                        REPORTED.stream()
                                .map(code -> new Verification("", code, Catalogues.value(COUNTY, code), "理由"))
                                .toList(),
                        List.of(),
                        true);
            case 5 -> random.nextBoolean() ? new Confirm("D3", "查实") : new Withdraw("F1", "撤回");
            case 6, 7 ->
                new Take(
                        pick(
                                random,
                                ProcedureFile.procedure()
                                        .from(now.state(), Level.COUNTY)
                                        .map(Step::action)
                                        .toList()),
                        "理由",
                        null);
            default -> new Take(pick(random, ProcedureFile.procedure().actions()), "理由", null);
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
