using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Crm.Host.Tests.App;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.EndToEnd;

public sealed class TlsTests
{
    private const string Password = "only for this test";

    [Fact]
    public async Task With_a_certificate_and_an_https_address_requests_are_answered_over_tls_and_in_no_other_way()
    {
        var folder = Directory.CreateTempSubdirectory("crm-tls-");
        try
        {
            using var certificate = SelfMade();
            var file = Path.Combine(folder.FullName, "host.pfx");
            await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, Password));
            await using var host = HostProcess.Launch(
                folder.FullName,
                new Dictionary<string, string>
                {
                    ["Kestrel__Certificates__Default__Path"] = file,
                    ["Kestrel__Certificates__Default__Password"] = Password,
                    ["Database__ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "crm.db")}",
                    ["Jobs__Enabled"] = "false",
                },
                "--urls", "https://127.0.0.1:0");
            var address = new Uri(Regex.Match(await host.Line("Now listening on: "), "https?://[0-9.:]+").Value);
            await host.Line("requests are let in");
            using var handler = new SocketsHttpHandler();
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == certificate.GetCertHashString();
            using var client = new HttpClient(handler) { BaseAddress = address };

            address.Scheme.ShouldBe("https");
            (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync($"http://{address.Authority}/health/ready"));
            host.Output.ShouldNotContain("Now listening on: http:");
            (await host.Stop()).ShouldBe(0, host.Output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static X509Certificate2 SelfMade()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=crm.test", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }
}
