using System.Text;
using Shouldly;

namespace Crm.Host.Tests.App;

/// <summary>All that is stored, as somebody would see it who got hold of it.</summary>
internal sealed class StoredBytes(byte[] content)
{
    public void ShouldHold(string value) => Holds(value).ShouldBeTrue($"'{value}' is not stored");

    public void ShouldNotHold(string value) => Holds(value).ShouldBeFalse($"'{value}' is stored");

    // JSON may write what is not ASCII as escapes, and a dump shows bytes in hexadecimal.
    private bool Holds(string value) =>
        Contains(value) || Contains(System.Text.Json.JsonEncodedText.Encode(value).ToString()) || Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value)));

    private bool Contains(string value) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(value)) >= 0;
}
