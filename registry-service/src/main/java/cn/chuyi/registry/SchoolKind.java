package cn.chuyi.registry;

/** Kinds of institution that the register knows; each has its own condition standards. */
public enum SchoolKind {
    /** 中等职业学校. */
    SECONDARY_VOCATIONAL_SCHOOL,
    /** 技工学校, in the register of the human resources authority. */
    TECHNICIAN_SCHOOL,
    /** 高等职业学校（专科）. */
    HIGHER_VOCATIONAL_COLLEGE,
    /** 职业本科学校. */
    VOCATIONAL_UNIVERSITY
}
