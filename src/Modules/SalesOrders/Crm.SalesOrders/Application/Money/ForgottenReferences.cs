using System.Security.Cryptography;
using System.Text;

namespace Crm.SalesOrders.Application.Money;

/// <summary>What stands for a provider's key of a payment once the customer is erased: it cannot be read, and the provider's next report still finds it.</summary>
internal static class ForgottenReferences
{
    private const string Mark = "sha256:";

    /// <summary>The same for the same key, and for what stands for it already.</summary>
    public static string Of(string reference) => reference.StartsWith(Mark, StringComparison.Ordinal)
        ? reference
        : Mark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference)));
}
