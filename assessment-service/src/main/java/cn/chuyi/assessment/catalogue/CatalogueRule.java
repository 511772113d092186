package cn.chuyi.assessment.catalogue;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why a catalogue is refused. */
enum CatalogueRule implements Rule {
    CATALOGUE_MALFORMED(
            422,
            "指标体系不符合要求：{0}",
            "The catalogue is not well formed: {1}",
            "请按 pointer 所指位置修改后重新提交。",
            "Correct the place that pointer names and send the catalogue again."),
    REVISION_OUT_OF_ORDER(
            409,
            "版本号应为 {0}，收到 {1}。",
            "The revision must be {0}; {1} was sent.",
            "请将 revision 改为 {0}。",
            "Set revision to {0}."),
    FROZEN_IS_IMMUTABLE(
            409,
            "版本 {0} 已冻结，不能修改。",
            "Revision {0} is frozen and cannot be changed.",
            "如需调整，请提交版本 {1} 的草案。",
            "Send a draft of revision {1} instead."),
    NOTICE_ALREADY_ISSUED(
            409,
            "督导通知已下达，不能再提交新版本。",
            "The notice has been issued; no new revision can be drafted.",
            "下达通知后只能按勘误程序处理。",
            "After the notice only an erratum can correct the catalogue."),
    NOTHING_TO_FREEZE(
            409,
            "没有可冻结的草案。",
            "There is no draft to freeze.",
            "请先提交指标体系草案（POST /catalogues）。",
            "Send a draft first (POST /catalogues).");

    private final Wording wording;

    CatalogueRule(int status, String zh, String en, String remedyZh, String remedyEn) {
        this.wording = new Wording(status, new Text(zh, en), new Text(remedyZh, remedyEn));
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
