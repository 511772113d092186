package cn.chuyi.assessment.catalogue;

/** Says whether units have been told by which catalogue they are assessed; the cycle knows. */
public interface Announcements {

    boolean noticed(String programme, int year);
}
