using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace Jinbang.Cluster.Silos;

/// <summary>A silo's certificate, and the authority that must have signed those of the others: whoever has one is a silo, by whatever name.</summary>
/// <param name="own">The certificate with its key.</param>
/// <param name="authorities">Those whose signature counts.</param>
internal sealed class SiloCredentials(X509Certificate2 own, X509Certificate2Collection authorities)
{
    /// <summary>Reads them.</summary>
    /// <param name="certificate">The certificate, PEM.</param>
    /// <param name="key">Its key, PEM.</param>
    /// <param name="authority">The authorities' certificates, PEM.</param>
    /// <exception cref="BadInputException">A file cannot be used, or the authority did not sign the certificate.</exception>
    public static SiloCredentials Read(string certificate, string key, string authority)
    {
        var authorities = new X509Certificate2Collection();
        Load(authority, () => authorities.ImportFromPemFile(authority));
        var credentials = new SiloCredentials(Load(certificate, () => X509Certificate2.CreateFromPemFile(certificate, key)), authorities);
        return credentials.Accepts(credentials.own) ? credentials : throw new BadInputException(new(
            $"The certificate {certificate} is not signed by {authority}, or is not valid now: no other silo would let this one in.",
            $"证书 {certificate} 不是由 {authority} 签发的，或当前不在有效期内：其他机器不会接纳它。"));
    }

    private readonly X509Certificate2 own = own;

    /// <summary>Both ends of each connection show a certificate.</summary>
    public void Apply(TlsOptions options)
    {
        options.LocalCertificate = own;
        options.RemoteCertificateMode = options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (shown, _, _) => Accepts(shown);
        // Addresses of silos come and go, so the name is not what is checked.
        options.OnAuthenticateAsClient = (_, client) => client.TargetHost = "jinbang";
    }

    private bool Accepts(X509Certificate2 shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }

    private static T Load<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(new(
                $"The certificate {file} cannot be used: {fault.Message.TrimEnd('.')}.", $"无法使用证书 {file}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }

    private static void Load(string file, Action read) => Load(file, () =>
    {
        read();
        return true;
    });
}
