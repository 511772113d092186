package cn.chuyi.assessment.cycle;

import cn.chuyi.assessment.catalogue.Level;
import org.jspecify.annotations.Nullable;

/**
 * A government that is assessed in a cycle.
 *
 * @param code division code; a listed zone's too
 * @param name at the reference date
 * @param level a listed zone is assessed as a county
 * @param parent city of a county, province of a city
 * @param peerGroup group within which it is ranked besides; absent when there are none
 */
public record Unit(
        String code,
        String name,
        Level level,
        String parent,
        @Nullable String peerGroup) {}
