using System.Net;
using System.Security.Cryptography;

namespace Jinbang.Tests.Web;

public sealed class AccessOidcTests : IAsyncLifetime
{
    private readonly OidcRoom provider = new();
    private readonly PublicRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Configure("admin: [chiefs]");
        room.Web.Room.Write(".env", $"JINBANG_OIDC_SECRET={OidcRoom.Secret}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(room.Web.Room.Path(".env"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        await room.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await room.DisposeAsync();
        provider.Dispose();
    }

    [Theory]
    [InlineData("staff", HttpStatusCode.Forbidden)]
    [InlineData("chiefs", HttpStatusCode.OK)]
    public async Task The_claim_gives_the_role(string group, HttpStatusCode audit)
    {
        provider.Groups = ["others", group];
        var client = room.Somebody();

        Assert.Equal("/boards?x=1", await SignInAsync(client));
        Assert.Contains("zhang", await client.GetStringAsync("/boards", Token), StringComparison.Ordinal);
        Assert.Equal(audit, await StatusAsync(client, "/audit"));
    }

    [Fact]
    public async Task Who_has_no_role_here_stays_outside()
    {
        provider.Groups = ["others"];
        await ExpectRefusalAsync();
    }

    [Fact]
    public async Task A_token_that_another_key_signed_is_refused()
    {
        using var forger = RSA.Create(2048);
        provider.Forger = forger;
        await ExpectRefusalAsync();
    }

    [Fact]
    public async Task A_token_for_another_site_is_refused()
    {
        provider.Audience = "another";
        await ExpectRefusalAsync();
    }

    [Fact]
    public async Task A_token_of_another_sign_in_is_refused()
    {
        provider.OtherNonce = "of another";
        await ExpectRefusalAsync();
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_refused()
    {
        var client = room.Somebody();
        using var answer = await client.GetAsync("/sign-in/oidc/done?code=1&state=2", Token);

        Assert.Equal("/sign-in?fault=provider", answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client, "/audit"));
    }

    [Fact]
    public async Task Another_mapping_of_roles_ends_the_sessions_of_the_old_one()
    {
        var client = room.Somebody();
        await SignInAsync(client);
        var port = new Uri(room.Web.Address).Port;
        await room.Web.CloseAsync();
        Configure("admin: [others]");
        await room.ServeAsync(options => options with { Port = port });

        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client, "/audit"));
    }

    private void Configure(string admin) => room.Web.Room.Write("serve.yaml", $"""
        oidc:
          authority: {provider.Address}
          client: {OidcRoom.Client}
          claim: groups
          reader: [staff]
          {admin}
        """);

    private async Task ExpectRefusalAsync()
    {
        var client = room.Somebody();

        Assert.Equal("/sign-in?fault=provider", await SignInAsync(client));
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(client, "/audit"));
    }

    /// <summary>Goes to the provider and back.</summary>
    /// <returns>Where the site leads then.</returns>
    private static async Task<string> SignInAsync(HttpClient client)
    {
        using var begun = await client.GetAsync("/sign-in/oidc?back=" + Uri.EscapeDataString("/boards?x=1"), Token);
        using var vouched = await client.GetAsync(begun.Headers.Location, Token);
        using var done = await client.GetAsync(vouched.Headers.Location, Token);
        return done.Headers.Location!.ToString();
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Token);
        return answer.StatusCode;
    }
}
