using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jinbang.Tests.Cluster;

/// <summary>An authority that signs certificates of silos, for an hour.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 certificate;
    private readonly ClusterRoom room;
    private readonly string name;

    public TestAuthority(ClusterRoom room, string name)
    {
        (this.room, this.name) = (room, name);
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddHours(1));
    }

    /// <summary>The options of a silo with a certificate of this authority, whose others must be of <paramref name="trusted"/>.</summary>
    public string[] Options(TestAuthority trusted)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=silo", own, HashAlgorithmName.SHA256);
        using var signed = request.Create(certificate, certificate.NotBefore, certificate.NotAfter, RandomNumberGenerator.GetBytes(8));
        return
        [
            "--certificate", room.Write($"{name}-silo.pem", signed.ExportCertificatePem()),
            "--certificate-key", room.Write($"{name}-silo.key", own.ExportPkcs8PrivateKeyPem()),
            "--authority", room.Write($"{trusted.name}.pem", trusted.certificate.ExportCertificatePem()),
        ];
    }

    public void Dispose()
    {
        key.Dispose();
        certificate.Dispose();
    }
}
