package cn.chuyi.registry.division;

import cn.chuyi.registry.division.DivisionPage.FormerCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Questions about divisions that their rows answer. */
@ApplicationScoped
class DivisionReading {
    private final KnownTerritory territory;

    DivisionReading(KnownTerritory territory) {
        this.territory = territory;
    }

    /** Level of the division on that day; absent when there is none. */
    @Nullable
    DivisionLevel levelOn(String code, LocalDate day) {
        DivisionRow row = DivisionRow.of(code);
        return row != null && row.standsOn(day) ? row.level : null;
    }

    boolean anyBelow(String code, LocalDate day) {
        return territory.now().within(code).stream()
                .filter(other -> !other.equals(code))
                .anyMatch(other -> levelOn(other, day) != null);
    }

    /** The page with the codes that the division had before, latest first. */
    DivisionPage page(DivisionRow row) {
        DivisionPage page = row.page();
        var seen = new HashSet<String>();
        String before = page.predecessor;
        while (before != null && seen.add(before)) {
            DivisionRow former = DivisionRow.of(before);
            if (former == null) {
                break;
            }
            DivisionPage old = former.page();
            page.formerCodes.add(new FormerCode(old.code, old.name, old.openedOn, old.closedOn));
            before = old.predecessor;
        }
        return page;
    }
}
