using Crm.Customers.Domain.Duplicates;
using Crm.Customers.Domain.Duplicates.Similarity;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain.Duplicates;

public sealed class SimilarityTests
{
    /// <remarks>The examples of W. Winkler's papers.</remarks>
    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dwayne", "duane", 0.840)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("abc", "xyz", 0)]
    public void Names_are_as_alike_as_winkler_says(string a, string b, double similarity) => JaroWinkler.Of(a, b).ShouldBe(similarity, 0.001);

    /// <remarks>The examples of the U.S. National Archives.</remarks>
    [Theory]
    [InlineData("robert", "r163")]
    [InlineData("rupert", "r163")]
    [InlineData("ashcraft", "a261")]
    [InlineData("tymczak", "t522")]
    [InlineData("pfister", "p236")]
    [InlineData("王小明", "wxm")]
    public void What_sounds_alike_has_one_code(string name, string code) => Phonetic.Of(name).ShouldBe(code);

    [Theory]
    [InlineData("ca", "abc", 3)]
    [InlineData("amy", "aym", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Slips_are_counted(string a, string b, int slips) => EditDistance.Between(a, b).ShouldBe(slips);

    [Theory]
    [InlineData(nameof(DedupeComparer.Date), "19800307", "19800703", 0.8)]
    [InlineData(nameof(DedupeComparer.Date), "19800307", "19810307", 0.8)]
    [InlineData(nameof(DedupeComparer.Date), "19800307", "19800329", 0.5)]
    [InlineData(nameof(DedupeComparer.Date), "19800307", "19611224", 0)]
    [InlineData(nameof(DedupeComparer.PhoneEnd), "441132460000", "1132460000", 1)]
    [InlineData(nameof(DedupeComparer.Number), "4704", "4074", 0.8)]
    [InlineData(nameof(DedupeComparer.Number), "123", "124", 0)]
    [InlineData(nameof(DedupeComparer.TokenSort), "anna maria", "maria anna", 1)]
    [InlineData(nameof(DedupeComparer.TokenSet), "anna maria", "maria", 1)]
    public void Numbers_dates_and_words_forgive_what_people_do(string comparer, string a, string b, double similarity) =>
        Comparers.Of(Enum.Parse<DedupeComparer>(comparer))(a, b).ShouldBe(similarity);
}
