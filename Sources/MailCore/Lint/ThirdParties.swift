/// Hosts of others that are often linked to from messages.
///
/// They get a sentence of their own, and are refused even if somebody allows them in the
/// configuration.
enum ThirdParties {
    /// What kind of third party the host is; nil if it is none of the well-known ones.
    static func kind(of host: String) -> LintFault.ThirdParty? {
        kinds.first { _, hosts in
            hosts.contains { host == $0 || host.hasSuffix(".\($0)") }
        }?.kind
    }

    private static let kinds: [(kind: LintFault.ThirdParty, hosts: [String])] = [
        (
            .redirector,
            [
                "l.facebook.com", "lm.facebook.com", "l.instagram.com", "lnkd.in", "google.com",
                "google.de", "safelinks.protection.outlook.com", "urldefense.com",
                "urldefense.proofpoint.com", "href.li", "anon.to", "slack-redir.net",
                "out.reddit.com", "t.umblr.com", "away.vk.com", "clicks.mlsend.com",
                "list-manage.com", "sendgrid.net", "mailchi.mp", "mandrillapp.com", "mjt.lu",
                "rs6.net", "hubspotlinks.com", "cleverreach.com", "rapidmail.de", "sendinblue.com",
                "brevo.com",
            ]
        ),
        (
            .shortener,
            [
                "bit.ly", "bitly.com", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "v.gd", "t1p.de",
                "cutt.ly", "rb.gy", "rebrand.ly", "shorturl.at", "buff.ly", "tiny.cc", "t.ly",
                "s.id", "kurzelinks.de", "kurzlink.de", "0x0.st", "qr.ae", "qrco.de",
            ]
        ),
        (
            .listOfLinks,
            [
                "linktr.ee", "lnk.bio", "linkin.bio", "beacons.ai", "bio.link", "campsite.bio",
                "taplink.cc", "solo.to", "carrd.co", "linkbio.co", "many.link",
            ]
        ),
        (
            .socialNetwork,
            [
                "instagram.com", "instagr.am", "facebook.com", "fb.me", "fb.com", "m.me",
                "messenger.com", "threads.net", "wa.me", "whatsapp.com", "t.me", "telegram.me",
                "telegram.org", "x.com", "twitter.com", "t.co", "youtube.com", "youtu.be",
                "tiktok.com", "snapchat.com", "pinterest.com", "reddit.com", "linkedin.com",
                "xing.com", "signal.me", "discord.gg", "mastodon.social", "bsky.app",
            ]
        ),
        (
            .formOrStorage,
            [
                "forms.gle", "docs.google.com", "drive.google.com", "forms.office.com",
                "forms.microsoft.com", "typeform.com", "surveymonkey.com", "jotform.com",
                "dropbox.com", "wetransfer.com", "onedrive.live.com", "1drv.ms", "doodle.com",
                "eventbrite.com", "eventbrite.de", "calendly.com",
            ]
        ),
    ]
}
