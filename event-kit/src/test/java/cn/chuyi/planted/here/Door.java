package cn.chuyi.planted.here;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has a path without being a resource, and an endpoint that does not say whom it is for. */
@Path("/planted")
interface Door {
    @GET
    String open();
}
