using System.Globalization;
using System.Net;
using System.Security.Claims;
using Jinbang.Web.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Jinbang.Tests.Web;

public sealed class SessionTests : IAsyncLifetime
{
    private readonly WallClock clock = new();
    private readonly PublicRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await room.ServeAsync(time: clock);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task A_session_ends_an_hour_after_the_last_page()
    {
        var reader = await room.SignedInAsync(Roles.Reader);
        clock.Go(TimeSpan.FromMinutes(59));
        Assert.True(await IsInAsync(reader));
        clock.Go(TimeSpan.FromMinutes(59));
        Assert.True(await IsInAsync(reader));
        clock.Go(TimeSpan.FromMinutes(61));

        Assert.False(await IsInAsync(reader));
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_much_is_read()
    {
        var reader = await room.SignedInAsync(Roles.Reader);
        for (var minutes = 0; minutes < (11 * 60) + 40; minutes += 20)
        {
            clock.Go(TimeSpan.FromMinutes(20));
            Assert.True(await IsInAsync(reader), $"It ended after {minutes + 20} minutes.");
        }

        clock.Go(TimeSpan.FromMinutes(20));
        Assert.False(await IsInAsync(reader));
    }

    [Fact]
    public async Task A_session_that_was_ended_by_its_user_is_none_even_to_who_copied_its_cookie()
    {
        var (thief, owner) = (room.Somebody(), room.Somebody());
        using var signedIn = await PublicRoom.TryAsync(owner, Roles.Reader, PublicRoom.Password);
        thief.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        Assert.True(await IsInAsync(thief));
        using var form = await PublicRoom.FormAsync(owner, "/boards");
        using var signedOut = await owner.PostAsync("/sign-out", form, Token);

        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        Assert.False(await IsInAsync(thief));
        Assert.False(await IsInAsync(owner));
        Assert.True(await IsInAsync(await room.SignedInAsync(Roles.Reader)));
    }

    [Fact]
    public async Task Signing_in_gives_a_session_of_its_own_whatever_cookie_somebody_planted()
    {
        var victim = room.Somebody();
        using var planted = await PublicRoom.TryAsync(room.Somebody(), Roles.Reader, PublicRoom.Password);
        var attacker = planted.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in")
        {
            Content = new StringContent($$"""{"name":"admin","password":"{{PublicRoom.Password}}"}""", System.Text.Encoding.UTF8, "application/json"),
            Headers = { { "Cookie", attacker } },
        };
        using var answer = await victim.SendAsync(request, Token);

        Assert.NotEqual(attacker, answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        var fixedOn = room.Somebody();
        fixedOn.DefaultRequestHeaders.Add("Cookie", attacker);
        using var audit = await fixedOn.GetAsync("/audit", Token);
        Assert.Equal(HttpStatusCode.Forbidden, audit.StatusCode);
    }

    [Fact]
    public async Task Whose_cookie_carries_no_session_id_signs_nobody_else_out()
    {
        var (leaving, staying) = (WithoutId(), WithoutId());
        Assert.True(await IsInAsync(staying));
        using var form = await PublicRoom.FormAsync(leaving, "/boards");
        using var signedOut = await leaving.PostAsync("/sign-out", form, Token);

        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        Assert.True(await IsInAsync(staying));
    }

    /// <summary>A reader whose cookie the site's keys made, but without an id of the session.</summary>
    private HttpClient WithoutId()
    {
        var reader = UsersFile.Read(room.Users).Single(user => user.Name == Roles.Reader);
        var claims = Sessions.Of(reader).Claims.Where(claim => claim.Type != "session");
        var ticket = new AuthenticationTicket(new(new ClaimsIdentity(claims, Sessions.Name)), Sessions.Name);
        ticket.Properties.SetString("since", clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        ticket.Properties.ExpiresUtc = clock.GetUtcNow() + Sessions.Idle;
        var keys = DataProtectionProvider.Create(new DirectoryInfo(room.Web.Room.Path(".jinbang/keys")), keys => keys.SetApplicationName("jinbang"));
        var format = new TicketDataFormat(keys.CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", Sessions.Name, "v2"));
        var client = room.Somebody();
        client.DefaultRequestHeaders.Add("Cookie", $"{Sessions.CookieName}={format.Protect(ticket)}");
        return client;
    }

    /// <summary>A reader is refused the log as somebody who is known; a stranger is sent to sign in.</summary>
    private static async Task<bool> IsInAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("/audit", Token);
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Found, answer.StatusCode.ToString());
        return answer.StatusCode is HttpStatusCode.Forbidden;
    }
}
