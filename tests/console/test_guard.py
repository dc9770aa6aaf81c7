"""Who may come in, and from where a form may come."""

import re
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from sanic_routing.route import Route

from console.guard import HOME, safe_path
from leads.domain.rep import Rep
from tests.support.console_app import ConsoleApp, Person

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
OPEN = {"console/login"}
SESSION = re.compile(r"^bantam=([\w-]{43}); Path=/; Max-Age=43200; SameSite=Lax; HttpOnly$")


def console_routes(app: ConsoleApp) -> Iterator[tuple[Route, str]]:
    """Every route of the console, and an address that leads to it."""
    for route in app.app.router.routes:
        if route.path.startswith("console"):
            yield route, "/" + re.sub(r"<[^>]*>", "x", route.path)


class TestStrangers:
    def test_are_sent_to_the_login_and_from_there_to_where_they_wanted(
        self, stranger: Person, robin: Rep
    ) -> None:
        page = stranger.get("/console/?stage=new&q=a%26b")
        assert page.url.path == "/console/login"
        wanted = page.url.params["next"]
        assert wanted == "/console/?stage=new&q=a%26b"
        assert stranger.log_in(robin, wanted=wanted).url.raw_path.decode() == wanted

    def test_see_nothing_but_the_login_and_files(self, app: ConsoleApp, stranger: Person) -> None:
        for route, address in console_routes(app):
            if "GET" not in route.methods or route.path in OPEN or "static" in route.path:
                continue
            page = stranger.get(address, follow_redirects=False)
            location = page.headers.get("Location", "")
            assert page.status_code == 401 or location.startswith("/console/login"), address

    def test_leave_nothing_in_the_store(self, app: ConsoleApp, stranger: Person) -> None:
        stranger.get("/console/")
        stranger.submit("/console/login", email="x@example.com", password="x")
        with app.core.store.database.reading() as connection:  # type: ignore[attr-defined]
            assert connection.exec_driver_sql("SELECT count(*) FROM sessions").scalar() == 0


class TestSessions:
    def test_S16_the_id_changes_at_the_login_and_the_old_one_is_worthless(
        self, app: ConsoleApp, stranger: Person, robin: Rep
    ) -> None:
        stranger.get("/console/login")
        planted = stranger.cookies["bantam"]
        stranger.log_in(robin)
        assert stranger.cookies["bantam"] != planted
        with Person(app, cookies={"bantam": planted}) as fixated:
            assert fixated.get("/console/").url.path == "/console/login"

    def test_S16_a_planted_id_is_replaced_unless_it_could_be_ours(self, stranger: Person) -> None:
        page = stranger.get("/console/login", headers={"Cookie": "bantam=chosen-by-somebody"})
        assert SESSION.match(page.headers["Set-Cookie"])

    def test_S16_the_cookie_is_for_the_server_only(self, stranger: Person) -> None:
        assert SESSION.match(stranger.get("/console/login").headers["Set-Cookie"])

    def test_S16_logging_out_ends_all_sessions_of_the_person(
        self, app: ConsoleApp, person: Person, robin: Rep
    ) -> None:
        with Person(app) as elsewhere:
            elsewhere.log_in(robin)
            old = person.cookies["bantam"]
            assert person.submit("/console/logout").url.path == "/console/login"
            assert person.cookies["bantam"] != old
            assert elsewhere.get("/console/").url.path == "/console/login"
        with Person(app, cookies={"bantam": old}) as thief:
            assert thief.get("/console/").url.path == "/console/login"

    @pytest.mark.parametrize(("idle", "is_in"), [(30 * 60, True), (30 * 60 + 1, False)])
    def test_S16_it_ends_after_half_an_hour_of_nothing(
        self, app: ConsoleApp, person: Person, idle: float, is_in: bool
    ) -> None:
        app.pass_time(seconds=idle)
        assert (person.get("/console/").url.path == "/console/") is is_in

    def test_S16_it_ends_after_twelve_hours_of_work(self, app: ConsoleApp, person: Person) -> None:
        for _ in range(int(timedelta(hours=12) / timedelta(minutes=24))):
            app.pass_time(minutes=24)
            assert person.get("/console/").url.path == "/console/"
        app.pass_time(minutes=1)
        assert person.get("/console/").url.path == "/console/login"

    def test_behind_https_the_cookie_is_bound_to_the_host(self, app: ConsoleApp) -> None:
        from console.guard import Guard  # noqa: PLC0415

        assert Guard(app.core, public_url="https://sales.example").cookie == "__Host-bantam"


class TestForms:
    def test_S17_every_unsafe_route_refuses_what_is_not_a_form_of_this_session(
        self, app: ConsoleApp, person: Person, other: Person
    ) -> None:
        token, foreign, here = person.csrf, other.csrf, {"Origin": app.url}
        attempts = {
            "no token": {"data": {}, "headers": here},
            "an empty token": {"data": {"csrf": ""}, "headers": here},
            "another session's token": {"data": {"csrf": foreign}, "headers": here},
            "another site": {"data": {"csrf": token}, "headers": {"Origin": "https://evil.example"}},
            "a sandboxed frame": {"data": {"csrf": token}, "headers": {"Origin": "null"}},
            "JSON as text": {
                "content": f'{{"csrf": "{token}"}}',
                "headers": here | {"Content-Type": "text/plain"},
            },
            "a form as text": {
                "content": f"csrf={token}",
                "headers": here | {"Content-Type": "text/plain"},
            },
            "JSON": {"json": {"csrf": token}, "headers": here},
            "the token in the address": {"params": {"csrf": token}, "data": {}, "headers": here},
        }
        tried = 0
        for route, address in console_routes(app):
            for method in UNSAFE & set(route.methods):
                for name, details in attempts.items():
                    refused = person.request(method, address, **details)  # type: ignore[arg-type]
                    assert refused.status_code == 403, (method, address, name)
                    assert refused.headers["Content-Type"].startswith("text/html")
                    tried += 1
        assert tried >= 5 * len(attempts)

    def test_our_own_form_is_taken(self, person: Person) -> None:
        assert person.submit("/console/logout").url.path == "/console/login"

    def test_the_page_may_be_seen_under_another_name_of_this_host(self, app: ConsoleApp, robin: Rep) -> None:
        address = app.url.replace("127.0.0.1", "localhost")
        with httpx.Client(base_url=address, follow_redirects=True) as client:
            found = re.search(r'name="csrf" value="([^"]+)"', client.get("/console/login").text)
            assert found
            fields = {"csrf": found[1], "email": robin.email, "password": "x"}
            page = client.post("/console/login", data=fields, headers={"Origin": address})
            assert page.status_code == 401, "refused for the password, not for the origin"


class TestWhereToGoNext:
    @pytest.mark.parametrize(
        "wanted",
        [
            "/console/",
            "/console/leads/0660d3?a=b&c=%20d",
            "/console/?q=a%26b&stage=new",
            "/console/?q=%2e%2e",
        ],
    )
    def test_addresses_of_the_console_are_kept(self, wanted: str) -> None:
        assert safe_path(wanted) == wanted

    @pytest.mark.parametrize(
        "wanted",
        [
            None,
            "",
            "/",
            "/console",
            "/consolex/",
            "https://evil.example/console/",
            "//evil.example/console/",
            "/\\evil.example",
            "/console/\\..\\..\\evil",
            "/console/../api/leads",
            "/console/./../",
            "/console/%2e%2e/api",
            "/console/.%2E/api",
            "/console/%2e%2e%2fapi",
            "/console/%5c%2e%2e%5capi",
            "/console/%5C..%5Capi",
            "/console/\tx",
            "/console/x\r\nSet-Cookie: a=b",
            "/console/ü",
            " /console/",
            "javascript:alert(1)//console/",
        ],
    )
    def test_S21_anything_else_becomes_the_start_page(self, wanted: str | None) -> None:
        assert safe_path(wanted) == HOME

    @pytest.mark.parametrize("wanted", ["//evil.example/", "https://evil.example/", "/console/%2e%2e/x"])
    def test_S21_the_login_does_not_redirect_elsewhere(
        self, stranger: Person, person: Person, robin: Rep, wanted: str
    ) -> None:
        assert stranger.log_in(robin, wanted=wanted).url.path == HOME
        page = person.get("/console/login", params={"next": wanted}, follow_redirects=False)
        assert page.headers["Location"] == HOME


class TestAddresses:
    @pytest.mark.parametrize(
        "path",
        [
            "..%2fguard.py",
            "..%2f..%2fpyproject.toml",
            "%2e%2e%2fguard.py",
            "..%5cguard.py",
            "..%252fguard.py",
            "%2fetc%2fpasswd",
            "console.css%00",
            "console.css/",
            ".",
            "%2e",
        ],
    )
    def test_S21_only_the_console_s_own_files_are_served(self, app: ConsoleApp, path: str) -> None:
        # Written out by hand: a client would tidy the address up.
        raw = httpx.URL(app.url, raw_path=f"/console/static/{path}".encode())
        answer = httpx.get(raw, follow_redirects=False)
        assert answer.status_code in {302, 404}
        assert "import" not in answer.text
        assert "root:" not in answer.text

    def test_a_method_cannot_be_overridden(self, person: Person) -> None:
        page = person.get("/console/logout", headers={"X-HTTP-Method-Override": "POST"})
        assert page.url.path == HOME

    def test_S21_a_huge_query_is_refused_or_cut(self, person: Person) -> None:
        assert person.get("/console/", params={"q": "x" * 5000}).status_code == 200
        assert person.get("/console/", params={"q": "x" * 20000}).status_code in {400, 413, 414}

    @pytest.mark.parametrize(
        "query", ["q=%00", "owner=%00", "after=%00", "q=%ff%fe", "quadrant=nonsense", "q"]
    )
    def test_an_odd_query_is_no_error(self, person: Person, query: str) -> None:
        assert person.get(f"/console/?{query}").status_code == 200

    @pytest.mark.parametrize(
        "path", ["/console/nope", "/console/leads/nope", "/console/leads/a%00b", "/console/leads/" + "x" * 99]
    )
    def test_what_is_not_there_is_a_page_that_says_so(self, person: Person, path: str) -> None:
        page = person.get(path)
        assert page.status_code == 404
        assert "Nothing here" in page.text

    @pytest.mark.parametrize(
        "path", ["/console/", "/console/nope", "/console/login", "/console/static/console.css"]
    )
    def test_every_answer_carries_the_policy(self, person: Person, path: str) -> None:
        headers = person.get(path, follow_redirects=False).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"

    def test_pages_are_not_kept_and_files_are(self, person: Person) -> None:
        page = person.get("/console/")
        assert page.headers["Cache-Control"] == "no-store"
        address = re.search(r'href="(/console/static/console.css\?v=\w+)"', page.text)
        assert address
        assert "immutable" in person.get(address[1]).headers["Cache-Control"]
        assert "immutable" not in person.get("/console/static/console.css?v=old").headers["Cache-Control"]
