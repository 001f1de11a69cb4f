using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Jinbang.Web.Access;

/// <summary>Where the server listens, and how much it takes from whoever connects.</summary>
internal static class Listening
{
    /// <summary>Most bytes of a request's body where an endpoint allows no more.</summary>
    public const long BodyBytes = 1 << 20;

    private const int HeadBytes = 32 << 10;
    private const int LineBytes = 16 << 10;
    private const int Connections = 4096;

    /// <summary>Refuses what would be open to strangers by mistake.</summary>
    /// <exception cref="BadInputException">The options contradict each other.</exception>
    public static void Check(SiteOptions options)
    {
        if (!options.IsPublic && (options.Address is { } other && !IPAddress.IsLoopback(other) || options.Certificate is not null || options.IsBehindProxy))
        {
            throw new BadInputException(new(
                "Without --public only this machine is served: leave out --address, --certificate and --behind-proxy, or add --public.",
                "不加 --public 时只为本机服务：请去掉 --address、--certificate 和 --behind-proxy，或加上 --public。"));
        }

        if (options is { IsPublic: true, IsSecure: false })
        {
            throw new BadInputException(new(
                "A public site over plain HTTP shows everybody's password to the network: give --certificate FILE, or put an HTTPS proxy before it and say --behind-proxy.",
                "公开网站若用明文 HTTP，密码会暴露在网络上：请给出 --certificate 文件，或在前面放一个 HTTPS 代理并加上 --behind-proxy。"));
        }
    }

    /// <summary>Sets the server up.</summary>
    /// <exception cref="BadInputException">The certificate cannot be used.</exception>
    public static void Configure(KestrelServerOptions server, SiteOptions options)
    {
        var certificate = options.Certificate is { } file ? Load(file, options.CertificatePassword) : null;
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyBytes;
        server.Limits.MaxRequestHeadersTotalSize = HeadBytes;
        server.Limits.MaxRequestLineSize = LineBytes;
        server.Limits.MaxConcurrentConnections = Connections;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        server.Listen(AddressOf(options), options.Port, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        });
    }

    private static IPAddress AddressOf(SiteOptions options) =>
        options.Address ?? (options is { IsPublic: true, IsBehindProxy: false } ? IPAddress.Any : IPAddress.Loopback);

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            return X509Certificate2.GetCertContentType(file) is X509ContentType.Pkcs12
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
                : password is null ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(new(
                $"The certificate {file} cannot be used: {fault.Message.TrimEnd('.')}. It must hold the key too (PEM or PFX); its password comes from {PasswordVariable}.",
                $"无法使用证书 {file}：{fault.Message.TrimEnd('.')}。文件须同时含私钥（PEM 或 PFX）；密码取自环境变量 {PasswordVariable}。"), fault);
        }
    }

    /// <summary>The environment variable with the password of the certificate's file.</summary>
    public const string PasswordVariable = "JINBANG_CERTIFICATE_PASSWORD";
}
