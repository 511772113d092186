package cn.chuyi.reporting.board;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.http.Access;
import cn.chuyi.kit.http.Caller;
import cn.chuyi.kit.http.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** What the caller may see: published results, and of the others those that the permission table grants. */
@RequestScoped
class Sight {
    static final String READ = "read-score";

    private final Access access;
    private final Caller caller;

    Sight(Access access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    boolean everything() {
        return access.may(READ, null);
    }

    /** What many callers see alike: everything, or what is published; absent for one who sees something of his own. */
    @Nullable
    String shared() {
        return everything() ? "everything" : access.mayAnywhere(READ) ? null : "published";
    }

    boolean sees(String unit, int edition) {
        return edition > 0 || access.may(READ, unit);
    }

    /** @throws ProblemException 404 for an anonymous caller, 403 for any other who may not see it */
    void require(String unit, int edition) {
        if (edition > 0) {
            return;
        }
        if (caller.anonymous()) {
            throw ProblemException.notFound(
                    "SCORE_NOT_PUBLISHED",
                    new Text("单位 " + unit + " 的结果尚未通报。", "The result of " + unit + " is not published yet."),
                    new Text("请在通报后查看；本单位请登录。", "Come back after publication; the unit itself signs in."));
        }
        access.require(READ, unit);
    }
}
