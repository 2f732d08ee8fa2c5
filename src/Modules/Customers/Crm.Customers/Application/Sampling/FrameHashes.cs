using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crm.Customers.Domain.Sampling;

namespace Crm.Customers.Application.Sampling;

/// <summary>By what a frame is known again: the same for the same members with the same strata and measures, and for no others.</summary>
internal static class FrameHashes
{
    private const int HashedAtOnce = 1 << 16;

    // Whatever decimals a database gives back: 7.50 is 7.5.
    private const decimal WithoutTrailingZeros = 1.000000000000000000000000000m;

    /// <returns>SHA-256 of the members in the order of the frame, in hexadecimal digits.</returns>
    public static string Hash(this Frame frame)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder(HashedAtOnce);
        foreach (var member in frame.Members)
        {
            text.Append(CultureInfo.InvariantCulture, $"{member.Id:D}|{member.Stratum?.Length}|{member.Stratum}|{member.Measure / WithoutTrailingZeros}\n");
            if (text.Length < HashedAtOnce) continue;
            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }

        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
