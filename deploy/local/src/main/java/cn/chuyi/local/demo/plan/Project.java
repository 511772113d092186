package cn.chuyi.local.demo.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project of the programme and what became of it.
 *
 * @param leadSchool key of the leading school; absent when a government leads
 * @param lead name of the leading unit
 * @param steps what happened after the declaration, in order
 */
public record Project(
        String key,
        String task,
        String kind,
        String name,
        @Nullable String leadSchool,
        String lead,
        String locatedIn,
        String declaredOn,
        List<Step> steps) {

    /** One step of a project, on a civil date. */
    public sealed interface Step {

        String on();

        record Listed(String batch, String notice, String on) implements Step {}

        record TaskBookAgreed(int year, String planned, String on) implements Step {}

        /** @param done points of the year so far */
        record ProgressReported(int year, String done, List<String> evidence, String on) implements Step {}

        record StageReached(String stage, String on) implements Step {}

        /** @param paidIn paid of {@code planned} so far */
        record Funded(int year, String planned, String paidIn, String on) implements Step {}

        record Accepted(String on) implements Step {}

        record Recognised(String notice, String on) implements Step {}

        record Terminated(String reason, String on) implements Step {}
    }
}
