package cn.chuyi.reporting.progress;

import cn.chuyi.kit.decision.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board of a programme's tasks.
 *
 * @param on the day it is counted on, Asia/Shanghai
 * @param expectedPercent what time alone would make of a task by that day
 */
record ProgressView(
        String programme,
        Text name,
        LocalDate from,
        LocalDate to,
        LocalDate on,
        BigDecimal expectedPercent,
        List<Line> tasks) {

    /**
     * One task.
     *
     * @param target what is to be built in the whole province; absent while no claim is adopted
     * @param listed projects that are listed (立项) and go on, or governments that have what the task asks for
     * @param built accepted or recognised of these
     * @param percent built of the target
     * @param pace absent for a task that is not counted
     */
    record Line(
            String task,
            Text name,
            String scope,
            String unit,
            @Nullable BigDecimal target,
            int listed,
            int built,
            @Nullable BigDecimal percent,
            List<City> byCity,
            @Nullable Pace pace) {}

    record City(String city, String name, int listed, int built) {}
}
