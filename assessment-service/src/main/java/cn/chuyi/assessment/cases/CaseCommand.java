package cn.chuyi.assessment.cases;

import cn.chuyi.assessment.cases.CaseEvent.CaseOpened;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case. {@code at} is the JSON pointer of an item in the request, for a refusal. */
sealed interface CaseCommand {

    /** Opens the case and its self-assessment, as the notice of {@code noticeOn} says. */
    record OpenCase(CaseOpened opened, LocalDate noticeOn) implements CaseCommand {}

    record Report(List<Value> values) implements CaseCommand {}

    record Value(String at, String indicator, String value, List<String> evidence) {}

    record Dispute(
            String indicator, String reason, @Nullable String claimedValue) implements CaseCommand {}

    record Attach(@Nullable String indicator, String sha256, String name, String mediaType, long size)
            implements CaseCommand {}

    /**
     * Verifies and exempts, all or nothing.
     *
     * @param acceptCollected besides, take over every collected value that nobody corrected
     */
    record Review(List<Verification> verifications, List<Exemption> exemptions, boolean acceptCollected)
            implements CaseCommand {}

    record Verification(
            String at,
            String indicator,
            String value,
            @Nullable String reason) {}

    record Exemption(String at, String indicator, String reason) {}

    record Confirm(String rule, String reason) implements CaseCommand {}

    record Withdraw(String finding, String reason) implements CaseCommand {}

    /** Takes a step of the procedure. */
    record Take(
            String action,
            @Nullable String reason,
            @Nullable String document) implements CaseCommand {}
}
