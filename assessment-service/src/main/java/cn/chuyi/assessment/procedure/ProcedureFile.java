package cn.chuyi.assessment.procedure;

import cn.chuyi.kit.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that ship with the service. */
public final class ProcedureFile {
    private static final Procedure PROCEDURE = read("/procedure.json", Procedure.class);
    private static final WorkingDays WORKING_DAYS =
            read("/working-days.json", Calendar.class).days();

    private ProcedureFile() {}

    public static Procedure procedure() {
        return PROCEDURE;
    }

    public static WorkingDays workingDays() {
        return WORKING_DAYS;
    }

    record Holiday(LocalDate from, LocalDate to, String name) {}

    record Calendar(
            LocalDate loadedFrom, LocalDate loadedUntil, List<Holiday> holidays, Set<LocalDate> workingWeekends) {

        WorkingDays days() {
            Set<LocalDate> off = holidays.stream()
                    .flatMap(holiday -> holiday.from().datesUntil(holiday.to().plusDays(1)))
                    .collect(Collectors.toSet());
            return new WorkingDays(loadedFrom, loadedUntil, off, workingWeekends);
        }
    }

    private static <T> T read(String name, Class<T> shape) {
        try (InputStream file = Objects.requireNonNull(ProcedureFile.class.getResourceAsStream(name), name)) {
            return Json.mapper().readValue(file, shape);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
