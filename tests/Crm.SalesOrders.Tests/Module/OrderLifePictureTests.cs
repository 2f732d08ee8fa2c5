using System.Globalization;
using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Api;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class OrderLifePictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void The_picture_of_an_orders_life_names_every_state_and_every_transition(Language language)
    {
        var picture = XDocument.Parse(OrderLifePicture.Draw(language)).Root!;

        picture.Name.ShouldBe(Svg + "svg");
        var words = picture.Elements(Svg + "text").Select(t => t.Value).ToList();
        picture.Element(Svg + "title")!.Value.ShouldNotBeEmpty();
        Enum.GetValues<OrderState>().Select(s => Labels.Of(s).In(language)).Except(words).ShouldBeEmpty();
        var told = picture.Element(Svg + "desc")!.Value.Split("; ");
        foreach (var transition in OrderLife.Transitions)
        {
            var name = Labels.Of(transition.Action).In(language);
            foreach (var (from, to) in transition.From.SelectMany(from => transition.To.Where(to => to != from).Select(to => (from, to)))) Said(from, to).ShouldContain(name);
            foreach (var from in transition.From.Where(from => transition.To.All(to => to == from))) Said(from, to: null).ShouldContain(name);
            if (transition.To.Count > 0) words.ShouldContain(w => w.Split(", ").Contains(name), name);
        }

        foreach (var following in OrderLife.Followings)
        {
            Said(following.From, following.To).ShouldContain(following.Because.In(language));
            words.ShouldContain(w => w.Split(", ").Contains(following.Because.In(language)));
        }

        string[] Said(OrderState from, OrderState? to)
        {
            var begin = $"{Labels.Of(from).In(language)}{(to is { } state ? $" → {Labels.Of(state).In(language)}" : "")}: ";
            return told.Single(t => t.StartsWith(begin, StringComparison.Ordinal))[begin.Length..].Split(", ");
        }
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void No_words_of_the_picture_lie_on_others_or_under_a_state(Language language)
    {
        var picture = XDocument.Parse(OrderLifePicture.Draw(language)).Root!;
        var labels = picture.Elements(Svg + "text").Where(t => t.Attribute("font-weight")!.Value == "400").Select(Area).ToList();
        var states = picture.Elements(Svg + "rect").Select(r => new Spot(Number(r, "x"), Number(r, "y"), Number(r, "width"), Number(r, "height"), "state")).ToList();
        var sheet = picture.Attribute("viewBox")!.Value.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();

        labels.Count.ShouldBeGreaterThan(10);
        foreach (var (label, i) in labels.Select((label, i) => (label, i))) labels.Skip(i + 1).Concat(states).Where(label.Meets).Select(other => $"{label} - {other}").ShouldBeEmpty();
        labels.Concat(states).Where(s => s.X < 0 || s.Y < 0 || s.X + s.Width > sheet[2] || s.Y + s.Height > sheet[3]).ShouldBeEmpty();
    }

    // As wide as a browser draws them, about: what is not of the West is as wide as high.
    private static Spot Area(XElement text)
    {
        var width = text.Value.Sum(c => c < 128 ? 7.0 : 13.0);
        return new Spot(Number(text, "x") - (width / 2), Number(text, "y") - 11, width, 14, text.Value);
    }

    private static double Number(XElement of, string attribute) => double.Parse(of.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private sealed record Spot(double X, double Y, double Width, double Height, string What)
    {
        public bool Meets(Spot other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
