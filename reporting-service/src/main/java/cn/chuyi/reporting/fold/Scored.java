package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import cn.chuyi.reporting.score.Catalogue;

/** What a batch has found to stand for a unit, whether or not that is what stood before. */
public record Scored(Cycle cycle, Unit unit, Catalogue catalogue, Result result) {}
