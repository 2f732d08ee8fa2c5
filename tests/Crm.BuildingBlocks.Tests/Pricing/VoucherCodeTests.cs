using System.Security.Cryptography;
using Crm.Pricing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Pricing;

public sealed class VoucherCodeTests
{
    private static readonly VoucherBatch Spring = new("SPRING27", 100_000, SHA256.HashData("spring"u8));

    [Fact]
    public void A_hundred_thousand_codes_are_all_different_and_each_is_read_as_its_number()
    {
        var codes = Enumerable.Range(0, Spring.Count).Select(n => VoucherCodes.Write(Spring, n)).ToList();

        codes.Distinct().Count().ShouldBe(Spring.Count);
        for (var n = 0; n < codes.Count; n += 97) VoucherCodes.Read(Spring, codes[n]).ShouldBe(n);
        codes[0].ShouldMatch("^SPRING27(-[0-9A-HJKMNP-TV-Z]{4}){4}$");
    }

    [Fact]
    public void However_it_is_typed_it_is_the_same_code()
    {
        var code = VoucherCodes.Write(Spring, 4711);
        var body = code["SPRING27-".Length..];

        VoucherCodes.Read(Spring, code.ToLowerInvariant()).ShouldBe(4711);
        VoucherCodes.Read(Spring, code.Replace("-", "", StringComparison.Ordinal)).ShouldBe(4711);
        VoucherCodes.Read(Spring, $" {code.Replace('-', ' ')} ").ShouldBe(4711);
        VoucherCodes.Read(Spring, $"SPRING27-{body.Replace('0', 'o').Replace('1', 'l')}").ShouldBe(4711);
        VoucherCodes.PrefixOf(code.ToLowerInvariant()).ShouldBe("SPRING27");
    }

    [Fact]
    public void A_changed_character_is_no_code()
    {
        var code = VoucherCodes.Write(Spring, 12);
        for (var i = "SPRING27-".Length; i < code.Length; i++)
        {
            if (code[i] == '-') continue;
            foreach (var other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".Where(c => c != code[i]))
                VoucherCodes.Read(Spring, $"{code[..i]}{other}{code[(i + 1)..]}").ShouldBeNull();
        }
    }

    [Fact]
    public void A_code_is_of_one_batch_only_and_of_no_number_beyond_it()
    {
        var code = VoucherCodes.Write(Spring, 99_999);

        VoucherCodes.Read(Spring with { Count = 99_999 }, code).ShouldBeNull();
        VoucherCodes.Read(Spring with { Prefix = "SUMMER" }, code).ShouldBeNull();
        VoucherCodes.Read(Spring with { Secret = SHA256.HashData("summer"u8) }, code).ShouldBeNull();
        VoucherCodes.Read(Spring, "SPRING27").ShouldBeNull();
        VoucherCodes.Read(Spring, code.Replace('-', '_')).ShouldBeNull();
        VoucherCodes.PrefixOf("SPRING").ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => VoucherCodes.Write(Spring, 100_000));
    }

    [Fact]
    public void A_prefix_is_capital_letters_and_digits()
    {
        VoucherCodes.IsPrefix("SPRING27").ShouldBeTrue();
        new[] { "S", "spring", "SPRING-27", "FRÜHLING", new string('A', 21) }.ShouldAllBe(p => !VoucherCodes.IsPrefix(p));
    }
}
