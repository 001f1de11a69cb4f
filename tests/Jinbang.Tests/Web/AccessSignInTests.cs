using System.Net;
using Jinbang.Web.Access;

namespace Jinbang.Tests.Web;

public sealed class AccessSignInTests : IAsyncLifetime
{
    private static readonly string[] Names = [Roles.Reader, "nobody"];

    private readonly PublicRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await room.ServeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task The_form_signs_in_and_out_and_leads_back()
    {
        var client = room.Somebody();
        using var signedIn = await SubmitAsync(client, "/sign-in?back=%2Faudit", "/sign-in", ("name", "admin"), ("password", PublicRoom.Password), ("back", "/audit"));
        var page = await client.GetStringAsync("/audit", Token);
        using var signedOut = await SubmitAsync(client, "/audit", "/sign-out");
        using var after = await client.GetAsync("/audit", Token);

        Assert.Equal((HttpStatusCode.SeeOther, "/audit"), (signedIn.StatusCode, signedIn.Headers.Location!.ToString()));
        Assert.Contains("admin · sign out", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, signedOut.StatusCode);
        Assert.StartsWith("/sign-in?back=", after.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_s_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_HTTP()
    {
        using var answer = await PublicRoom.TryAsync(room.Somebody(), Roles.Reader, PublicRoom.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Sessions.CookieName, StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_the_form_s_token_nobody_signs_in()
    {
        using var answer = await room.Somebody().PostAsync(
            "/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = "admin", ["password"] = PublicRoom.Password }), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out _));
    }

    [Fact]
    public async Task A_removed_or_changed_user_s_session_ends_at_once_and_others_go_on()
    {
        var (reader, runner) = (await room.SignedInAsync(Roles.Reader), await room.SignedInAsync(Roles.Runner));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(reader, "/audit"));
        UserChanges.Remove(room.Users, Roles.Reader);
        UserChanges.Add(room.Users, Roles.Admin, Roles.Reader, () => "another long password");

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(reader, "/audit"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(runner, "/audit"));
    }

    [Fact]
    public async Task A_users_file_that_others_may_read_lets_nobody_in()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var reader = await room.SignedInAsync(Roles.Reader);
        room.Write(Roles.Reader, Roles.Runner);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(room.Users, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        }

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(reader, "/audit"));
        using var answer = await PublicRoom.TryAsync(room.Somebody(), Roles.Reader, PublicRoom.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_the_name_and_the_right_password_waits_too()
    {
        var client = room.Somebody();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var wrong = await PublicRoom.TryAsync(client, Roles.Reader, "wrong password");
            statuses.Add(wrong.StatusCode);
        }

        using var right = await PublicRoom.TryAsync(client, Roles.Reader, PublicRoom.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.InRange(right.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", right.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(await room.SignedInAsync(Roles.Runner));
    }

    [Fact]
    public async Task A_name_that_nobody_has_takes_as_long_as_one_that_somebody_has()
    {
        var client = room.Somebody();
        var taken = Names.ToDictionary(name => name, _ => TimeSpan.MaxValue);
        for (var i = 0; i < 4; i++)
        {
            foreach (var name in Names)
            {
                var begun = TimeProvider.System.GetTimestamp();
                using var answer = await PublicRoom.TryAsync(client, name, "wrong password");
                Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                taken[name] = TimeSpan.FromTicks(Math.Min(taken[name].Ticks, TimeProvider.System.GetElapsedTime(begun).Ticks));
            }
        }

        // The hash takes a tenth of a second; without it the answer would come a hundred times sooner. The rest is for busy machines.
        Assert.InRange(taken["nobody"] / taken[Roles.Reader], 0.1, 10);
    }

    [Fact]
    public async Task Sign_ins_and_failures_are_on_the_admin_s_page_with_the_address_and_never_the_password()
    {
        using var wrong = await PublicRoom.TryAsync(room.Somebody(), "<b>mallory</b>", "a wrong password");
        var admin = await room.SignedInAsync(Roles.Admin);
        var page = await admin.GetStringAsync("/audit", Token);

        Assert.Contains("sign-in.failed", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;mallory", page, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a wrong password", await File.ReadAllTextAsync(room.Web.Room.Path(".jinbang/audit.jsonl"), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_outlive_a_restart_and_their_keys_are_the_owner_s_alone()
    {
        var reader = await room.SignedInAsync(Roles.Reader);
        var port = new Uri(room.Web.Address).Port;
        await room.Web.CloseAsync();
        await room.ServeAsync(options => options with { Port = port });

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(reader, "/audit"));
        foreach (var file in Directory.GetFiles(room.Web.Room.Path(".jinbang/keys")))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }
    }

    [Fact]
    public async Task A_forged_session_is_none()
    {
        var client = room.Somebody();
        client.DefaultRequestHeaders.Add("Cookie", $"{Sessions.CookieName}=CfDJ8AAAAAAAAAAAAAAAAAAAAAA");

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client, "/audit"));
    }

    [Fact]
    public async Task What_the_signed_in_see_is_kept_out_of_caches()
    {
        using var answer = await (await room.SignedInAsync(Roles.Reader)).GetAsync("/boards", Token);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Token);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = await PublicRoom.FormAsync(client, page, fields);
        return await client.PostAsync(action, form, Token);
    }
}
