package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.client.Positions;
import cn.chuyi.local.demo.client.Tokens;
import cn.chuyi.local.demo.client.Wire;
import cn.chuyi.local.demo.plan.Unit;

/**
 * The people of the demo year, each at the service where the work is done.
 *
 * @param registered what was written to the registry so far
 * @param assessed what was written to the assessment so far
 */
record Suite(DemoYear.Addresses addresses, Wire wire, Tokens tokens, Positions registered, Positions assessed) {

    static final String OFFICE = "office";
    static final String CHAIR = "chair";
    static final String DEPARTMENT = "department";
    static final String INSPECTOR = "inspector-1";

    static Suite at(DemoYear.Addresses addresses) {
        var wire = new Wire();
        return new Suite(
                addresses, wire, new Tokens(wire, addresses.tokenEndpoint()), new Positions(), new Positions());
    }

    Desk registry(String user) {
        return new Desk(wire, tokens, addresses.registry(), user, registered);
    }

    Desk assessment(String user) {
        return new Desk(wire, tokens, addresses.assessment(), user, assessed);
    }

    Desk reporting(String user) {
        return new Desk(wire, tokens, addresses.reporting(), user, new Positions());
    }

    /** The office of the city that a unit is, or belongs to. */
    static String cityOffice(Unit unit) {
        return "city-office-" + (unit.isCity() ? unit.code() : unit.parent());
    }

    /** Who fills in the self-assessment of a unit. */
    static String filler(Unit unit) {
        return (unit.isCity() ? "city-filler-" : "county-filler-") + unit.code();
    }
}
